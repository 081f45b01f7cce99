"""What each cell costs: by formula (``formulas``), and by the clock (``timing``)."""
