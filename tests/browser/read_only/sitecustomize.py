"""On PYTHONPATH: this Python's file system is only read, as a container's is; nobody has a home."""

import errno
import os
import sys

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}


def refuse(event: str, args: tuple) -> None:
    if event == "open":
        path, _, flags = args
        if isinstance(path, int) or not flags & WRITES or str(path).startswith("/dev/"):
            return
    elif event not in CHANGES:
        return
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(args[0]))


sys.addaudithook(refuse)
