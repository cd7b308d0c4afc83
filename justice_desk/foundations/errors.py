"""Errors as facts: what went wrong, without a sentence; `ui/sentences.py` turns each into one that says what to do."""

from dataclasses import dataclass


@dataclass(eq=False)
class DeskError(Exception):
    """Something that a person can be told about and can act on. Everything else that is raised is a bug."""


@dataclass(eq=False)
class MemoryShort(DeskError):
    """The computer has no memory left for this; nothing was changed."""
