"""What a fact that went wrong is called in the reader's language, and what to do about it. Needs QtCore only.

Each room of `justice_desk` has a module here that teaches `sentence` its errors; whoever adds an error adds its
sentence there, and its module to `ROOMS`. A test walks all errors and fails for one without.
"""

import importlib
from functools import cache

from ui.sentences import spoken

ROOMS = (
    "accounts",
    "backups",
    "cases",
    "commands",
    "communities",
    "documents",
    "foundations",
    "handoffs",
    "hearings",
    "interface",
    "jurisdictions",
    "packets",
    "protection",
    "vault",
)
"""The modules that teach. They know the rules of every room, so they are loaded when the first sentence is spoken."""


def sentence(error: object) -> str:
    """Return one short sentence: what happened, and what to do.

    Raises:
        LookupError: no room taught it this error.
    """
    _taught()
    return spoken.sentence(error)


@cache
def _taught() -> None:
    for room in ROOMS:
        importlib.import_module(f"ui.sentences.{room}")
