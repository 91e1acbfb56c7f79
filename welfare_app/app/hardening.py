"""Keeps the system from writing this program's memory to disk, where it can be asked not to."""

import ctypes
import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4
"""From <linux/prctl.h>: with 0, no core dump is made and no other process may attach."""


def harden() -> None:
    """No core dumps, and on Linux no debugger by the same user. Does what it can, quietly."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
