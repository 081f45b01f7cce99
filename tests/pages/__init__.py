"""The pages, run by AppTest: no browser, the script and its session alone."""
