"""BLAS works on one thread once it was asked to."""

import subprocess
import sys

PROGRAM = """
import numpy
from threadpoolctl import threadpool_info
from lstm_viz.learn import one_thread
one_thread()
print({pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"})
"""


def test_every_blas_of_the_process_works_on_one_thread():
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "{1}"
