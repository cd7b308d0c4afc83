"""What a fact that went wrong is called in the reader's language, and what to do about it. Needs QtCore only.

Each room of `justice_desk` has a module here that teaches `sentence` its errors; whoever adds an error adds its
sentence there. A test walks all errors and fails for one without.
"""

from ui.sentences import (
    accounts,
    cases,
    commands,
    communities,
    documents,
    foundations,
    handoffs,
    hearings,
    interface,
    jurisdictions,
    packets,
    protection,
    vault,
)
from ui.sentences.spoken import sentence

__all__ = [
    "accounts",
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
    "sentence",
    "vault",
]
