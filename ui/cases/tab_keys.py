"""The keys of the tabs of a case: other screens open a case at one of them (`Navigator.open_case(case, TabKey.…)`)."""

from enum import StrEnum


class TabKey(StrEnum):
    """One tab of the page of a case."""

    SUMMARY = "summary"
    PEOPLE = "people"
    HEARINGS = "hearings"
    MEASURES = "measures"
    DOCUMENTS = "documents"
    HANDOFF = "handoff"
    HISTORY = "history"
