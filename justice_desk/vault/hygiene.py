"""What the program asks of the system before a passphrase is typed: no memory dump, no other program looking in."""

import contextlib
import ctypes
import sys

if sys.platform != "win32":
    import resource

PR_SET_DUMPABLE = 4
"""prctl(2): with 0, no core dump is written and no program of the same person may read this one's memory."""


def keep_memory_private() -> None:
    """Ask the system for both, as far as it knows how. Called once, when the program starts.

    It does not protect against an administrator, nor against a system that writes memory to its swap file.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
