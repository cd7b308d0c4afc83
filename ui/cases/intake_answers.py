"""What was answered when a case is registered, what is still missing, and the intake that comes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from justice_desk.cases.rules import Channel, Intake, KnowledgeImpossible
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldMissing, FieldUnreadable
from justice_desk.foundations.ids import PersonId
from ui.widgets.moment import GivenMoment

EXAMPLE_MOMENT = "04/11/2026 15:42"


class YesNo(StrEnum):
    """A plain answer; the doubt is one too where it is offered."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Ask(StrEnum):
    """The questions, by the names under which their faults are told."""

    ACCOUNT = "account"
    TITLE = "title"
    KNOWN = "known_at"
    CHANNEL = "channel"
    PLACE = "place"
    SUSPECTED = "suspected"
    FORMS = "exploitation"
    URGENT = "urgent"
    MISSING = "missing_person"
    EXCLUDED = "excluded"


STEPS: tuple[tuple[Ask, ...], ...] = (
    (Ask.ACCOUNT, Ask.TITLE),
    (Ask.KNOWN, Ask.CHANNEL, Ask.PLACE),
    (Ask.SUSPECTED, Ask.FORMS),
    (Ask.URGENT, Ask.MISSING, Ask.EXCLUDED),
)
"""The questions of each step of the guide; after the last step everything is looked over once more."""
REVIEW = len(STEPS)


@dataclass(frozen=True)
class Answers:
    """What was answered so far. `known` is None where it cannot be read, `known_blank` where nothing was written."""

    account: str
    title: str
    known: GivenMoment | None
    known_blank: bool
    channel: str | None
    place: str
    suspected: str | None
    exploitation: tuple[str, ...]
    urgent: str | None
    missing_person: str | None
    excluded: frozenset[PersonId]


def faults_of(answers: Answers, now: datetime) -> dict[str, DeskError]:
    """Return what is missing or cannot be right, by the question. Nothing here judges what was told."""
    needed = {
        Ask.ACCOUNT: bool(answers.account),
        Ask.TITLE: bool(answers.title),
        Ask.KNOWN: not answers.known_blank,
        Ask.CHANNEL: answers.channel is not None,
        Ask.SUSPECTED: answers.suspected is not None,
        Ask.URGENT: answers.urgent is not None,
        Ask.MISSING: answers.missing_person is not None,
    }
    faults: dict[str, DeskError] = {ask.value: FieldMissing(ask.value) for ask, there in needed.items() if not there}
    if answers.known is not None:
        if answers.known.at > now:
            faults[Ask.KNOWN] = KnowledgeImpossible(answers.known.at)
    elif not answers.known_blank:
        faults[Ask.KNOWN] = FieldUnreadable(Ask.KNOWN, EXAMPLE_MOMENT)
    return faults


def step_of(ask: str) -> int:
    """Return the step at which a question is asked; the first, for what is no question of the guide."""
    return next((place for place, asks in enumerate(STEPS) if ask in asks), 0)


def intake_of(answers: Answers) -> Intake:
    """Return the intake of complete answers. A doubt is no suspicion yet: an authority decides, or anybody alerts.

    Raises:
        FieldMissing: something needed was not answered.
    """
    if answers.known is None:
        raise FieldMissing(Ask.KNOWN)
    if answers.channel is None:
        raise FieldMissing(Ask.CHANNEL)
    suspected = answers.suspected == YesNo.YES
    return Intake(
        title=answers.title,
        known_at=answers.known.at,
        known_exactly=answers.known.exact,
        channel=Channel(answers.channel),
        account=answers.account,
        place=answers.place,
        suspicion=suspected,
        exploitation=answers.exploitation if suspected else (),
        urgent=answers.urgent == YesNo.YES,
        missing_person=answers.missing_person == YesNo.YES,
    )
