"""What was typed somewhere and not finished: what it is about in words, and where one goes on with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from justice_desk.cases.views import CaseLine
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.rules import Draft
from ui.cases.tab_keys import TabKey
from ui.cases.words import short_number
from ui.i18n import translate

NEW_CASE = "new_case"
"""The place of a new case's draft, and the key under which it is gone on with."""
BETWEEN = ":"
TABS = {
    "party": TabKey.PEOPLE,
    "identity": TabKey.PEOPLE,
    "identity_reason": TabKey.PEOPLE,
    "alert": TabKey.SUMMARY,
    "assessment": TabKey.SUMMARY,
    "deadline_met": TabKey.SUMMARY,
    "session": TabKey.HEARINGS,
    "citation": TabKey.HEARINGS,
    "measure": TabKey.MEASURES,
    "measure_end": TabKey.MEASURES,
    "notice": TabKey.HANDOFF,
    "plan": TabKey.HANDOFF,
    "road": TabKey.HANDOFF,
    "receipt": TabKey.HANDOFF,
    "setback": TabKey.HANDOFF,
    "void": TabKey.HANDOFF,
}
"""The tab where a draft about a case is gone on with, by the first word of its place."""
PAGES = {"person": "administration", "term": "administration", "receiver": "administration", "key": "administration"}
"""The page where a draft about no case is gone on with."""


@dataclass(frozen=True)
class Unfinished:
    """One draft: what it is about, of which case (its short number, empty for none), and where it is gone on with.

    `page` is empty where the draft is about a case.
    """

    words: str
    number: str
    draft: Draft
    case: CaseId | None
    tab: TabKey | None
    page: str


def unfinished(drafts: Sequence[Draft], lines: Sequence[CaseLine]) -> tuple[Unfinished, ...]:
    """Return the drafts that can be gone on with, in the order given; those of a case that is gone are left out."""
    numbers = {str(line.id): line.number for line in lines}
    found = (_one(draft, numbers) for draft in drafts)
    return tuple(one for one in found if one is not None)


def _one(draft: Draft, numbers: dict[str, str]) -> Unfinished | None:
    kind, *rest = draft.place.split(BETWEEN)
    words = _words().get(kind, translate("Home", "Something typed and not finished"))
    if kind == NEW_CASE:
        return Unfinished(words, "", draft, None, None, NEW_CASE)
    if rest and rest[0] in numbers:
        return Unfinished(
            words, short_number(numbers[rest[0]]), draft, CaseId(rest[0]), TABS.get(kind, TabKey.SUMMARY), ""
        )
    return Unfinished(words, "", draft, None, None, PAGES[kind]) if kind in PAGES else None


def _words() -> dict[str, str]:
    return {
        NEW_CASE: translate("Home", "A new case"),
        "party": translate("Home", "A person of a case"),
        "identity": translate("Home", "Who a person is"),
        "identity_reason": translate("Home", "A reason to see who somebody is"),
        "alert": translate("Home", "An alert"),
        "assessment": translate("Home", "Whose matter a case is"),
        "deadline_met": translate("Home", "How a deadline was met"),
        "session": translate("Home", "The record of a session"),
        "citation": translate("Home", "A call to a hearing"),
        "measure": translate("Home", "A protective measure"),
        "measure_end": translate("Home", "The end of a protective measure"),
        "notice": translate("Home", "An oral notice"),
        "plan": translate("Home", "The facts of a handoff"),
        "road": translate("Home", "A step on the road"),
        "receipt": translate("Home", "A receipt"),
        "setback": translate("Home", "What went wrong with a handoff"),
        "void": translate("Home", "Why a handoff is given up"),
        "person": translate("Home", "A person of the desk"),
        "term": translate("Home", "A term of office"),
        "receiver": translate("Home", "A receiver"),
        "key": translate("Home", "The key of a receiver"),
    }
