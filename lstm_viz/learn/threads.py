"""How many threads the matrix products take: one is quicker here."""

from functools import cache

from threadpoolctl import threadpool_limits


@cache
def one_thread() -> threadpool_limits:
    """Have BLAS work on one thread from now on, in the whole process.

    The products of a cell are small: two threads spend more time waiting for each other than they
    save, most of all where several people train at once. BLAS reads its own environment variable
    only when NumPy is imported, which is too late for a page.
    """
    return threadpool_limits(limits=1, user_api="blas")
