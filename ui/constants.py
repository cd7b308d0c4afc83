"""Keeps Python's constants alive where the Qt binding wears them out.

Measured with PySide6 6.12.0 on Python 3.11: every slot, every painted widget and every emitted signal takes one
reference to `None` or `True` too many, as if they were immortal (they are, from Python 3.12 on: PEP 683). After some
thousand events the interpreter ends with "deallocating None". PySide6 6.9.3 to 6.11.3 do not do it. Python 3.11 is the
system's own on the laptops the desk runs on, so the constants get there what Python 3.12 gives them: a count so large
that nothing wears it out.
"""

import ctypes
import sys

PLENTY = 1 << 40
"""References in stock: at a million events a second, twelve days; the desk's events are some thousand a minute."""


def keep_constants() -> None:
    """Give the constants references in stock, once, where this Python counts them."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) >= PLENTY:
        return
    for constant in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(constant)).value += PLENTY
