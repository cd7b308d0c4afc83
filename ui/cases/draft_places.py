"""Where drafts of a case are kept: the kind of form, the case, and what else tells the form apart."""

from dataclasses import dataclass
from enum import StrEnum

from justice_desk.foundations.ids import CaseId

BETWEEN = ":"


class DraftKind(StrEnum):
    """The forms on the page of a case that keep what is typed."""

    PARTY = "party"
    IDENTITY = "identity"
    IDENTITY_REASON = "identity_reason"
    ALERT = "alert"
    ASSESSMENT = "assessment"
    DEADLINE_MET = "deadline_met"


@dataclass(frozen=True)
class DraftPlace:
    """One form about one case; `more` tells it apart from others of its kind (a party, a deadline)."""

    kind: DraftKind
    case: CaseId
    more: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the place as drafts know it."""
        return BETWEEN.join((self.kind.value, self.case, *self.more))


def place_in(text: str) -> DraftPlace | None:
    """Return the place that a draft names, None if it is none of the forms of a case."""
    kind, *rest = text.split(BETWEEN)
    if kind not in set(DraftKind) or not rest:
        return None
    return DraftPlace(DraftKind(kind), CaseId(rest[0]), tuple(rest[1:]))
