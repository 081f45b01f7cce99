"""What is asked, one module a part of the page."""
