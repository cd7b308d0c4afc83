"""Where a case stands on its path, and what it still lacks: told from its file, stored nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from justice_desk.accounts.rules import UseCase
from justice_desk.cases.rules import UNDECIDED
from justice_desk.handoffs.rules import REQUIRED, Stage
from justice_desk.handoffs.views import HandoffView
from justice_desk.hearings.rules import SessionKind
from justice_desk.jurisdictions.rules import Trigger
from ui.cases.case_file import CaseFile
from ui.cases.tab_keys import TabKey
from ui.cases.words import listed
from ui.country import label
from ui.i18n import translate
from ui.widgets.stepper import Standing, Step

NOTICE = "aviso"
"""What profiles call an oral notice among the acts that meet a deadline."""
ANSWERED = frozenset({Stage.ACKNOWLEDGED, Stage.CONCLUDED})
LEFT = frozenset({Stage.DISPATCHED, Stage.DELIVERED}) | ANSWERED


class Deed(StrEnum):
    """What is done in the summary itself."""

    ASSESS = "assess"


@dataclass(frozen=True)
class Lack:
    """Something the case still lacks: what, a sentence more, the verb of its button, and where it is done.

    `goal` is a tab, or a deed of the summary; None where somebody else has to do it.
    """

    title: str
    words: str
    verb: str
    goal: TabKey | Deed | None


def steps_of(file: CaseFile) -> tuple[Step, ...]:
    """Return the path of a case with what was done on it; the first step not taken is the current one."""
    return _path(_taken(file))


def lacking(file: CaseFile) -> tuple[Lack, ...]:
    """Return what a case still lacks, the most pressing first."""
    if file.case.excluded:
        return _lacking_excluded(file)
    found = []
    if file.case.state in UNDECIDED:
        found.append(_undecided(file))
    if not file.case.parties:
        found.append(_people())
    if file.case.state not in UNDECIDED:
        found += _lacking_own(file)
    return tuple(found)


def _taken(file: CaseFile) -> Sequence[tuple[str, bool]]:
    registered = (translate("Progress", "Registered"), True)
    people = (translate("Progress", "People, by code"), bool(file.case.parties))
    if not file.case.excluded:
        decided = (translate("Progress", "Whose matter it is"), file.case.state not in UNDECIDED)
        hearing = (
            translate("Progress", "Hearing and its record"),
            file.held(SessionKind.HEARING) and file.has_acta(SessionKind.HEARING),
        )
        return (registered, decided, people) if file.case.state in UNDECIDED else (registered, decided, people, hearing)
    stage = None if file.handoff is None else file.handoff.stage
    return (
        registered,
        (translate("Progress", "Oral notice"), _notice_given(file)),
        people,
        (translate("Progress", "Protection"), bool(file.measures)),
        (
            translate("Progress", "Reserved session and its record"),
            file.held(SessionKind.RESERVED) and file.has_acta(SessionKind.RESERVED),
        ),
        (translate("Progress", "Handoff sealed and on its way"), stage in LEFT),
        (translate("Progress", "Receipt of the prosecutor"), stage in ANSWERED),
    )


def _path(taken: Sequence[tuple[str, bool]]) -> tuple[Step, ...]:
    here = next((place for place, (_, done) in enumerate(taken) if not done), None)
    return tuple(
        Step(title, Standing.DONE if done else Standing.CURRENT if place == here else Standing.AHEAD)
        for place, (title, done) in enumerate(taken)
    )


def _lacking_excluded(file: CaseFile) -> tuple[Lack, ...]:
    found = []
    if not _notice_given(file):
        found.append(
            Lack(
                translate("Progress", "Give the oral notice"),
                translate(
                    "Progress", "By telephone, now, to the prosecutor or the police. Then note whom it was given to."
                ),
                translate("Progress", "Note the notice"),
                TabKey.HANDOFF,
            )
        )
    found += _lacking_child_notices(file)
    if not file.case.parties:
        found.append(_people())
    if not file.measures:
        found.append(
            Lack(
                translate("Progress", "Decide how the person is protected"),
                translate("Progress", "Somebody at her side, a safe place, care of her health."),
                translate("Progress", "Decide a measure"),
                TabKey.MEASURES,
            )
        )
    found += _lacking_session(file)
    found += _lacking_handoff(file)
    return tuple(found)


def _notice_given(file: CaseFile) -> bool:
    """Say whether the notice that is due at once was given, however that was noted."""
    rules = [rule.id for rule in file.profile.deadlines if rule.trigger is Trigger.KNOWN and NOTICE in rule.met_by]
    if not rules:
        return bool(file.notices)
    return any(view.kind in rules and view.met_at is not None for view in file.case.deadlines)


def _lacking_child_notices(file: CaseFile) -> Sequence[Lack]:
    rules = [rule.id for rule in file.profile.deadlines if rule.trigger is Trigger.CHILD]
    return [
        Lack(
            label(file.profile, "deadline", view.kind),
            translate("Progress", "Somebody in the case is, or may be, under 18."),
            translate("Progress", "Note the notice"),
            TabKey.HANDOFF,
        )
        for view in file.case.deadlines
        if view.kind in rules and view.met_at is None
    ]


def _lacking_session(file: CaseFile) -> Sequence[Lack]:
    if not file.held(SessionKind.RESERVED):
        return (
            Lack(
                translate("Progress", "Hold the reserved session"),
                translate("Progress", "The authorities alone: notice, protection, decision to hand over."),
                translate("Progress", "Record the session"),
                TabKey.HEARINGS,
            ),
        )
    return () if file.has_acta(SessionKind.RESERVED) else (_acta(),)


def _lacking_handoff(file: CaseFile) -> Sequence[Lack]:
    handoff = file.handoff
    if handoff is None:
        return (_prepare(file),)
    stage = handoff.stage
    if stage in {Stage.PREPARING, Stage.REVIEWED}:
        return (_seal(file, handoff),)
    if stage is Stage.SEALED:
        return (
            Lack(
                translate("Progress", "Send the sealed packet"),
                translate("Progress", "Note who carries it and when it leaves."),
                translate("Progress", "Note that it leaves"),
                TabKey.HANDOFF,
            ),
        )
    if stage in ANSWERED:
        return ()
    return (
        Lack(
            translate("Progress", "Obtain the receipt"),
            translate("Progress", "A stamp, a number, or the code read out by telephone."),
            translate("Progress", "Note the receipt"),
            TabKey.HANDOFF,
        ),
    )


def _prepare(file: CaseFile) -> Lack:
    words = translate("Progress", "With what is known now. What comes later is sent afterwards.")
    if file.setback is not None:
        words = translate("Progress", "The one before did not arrive: {stage}. Another takes its place.").format(
            stage=label(file.profile, "stage", file.setback.stage)
        )
    return Lack(translate("Progress", "Prepare the handoff"), words, translate("Progress", "Prepare"), TabKey.HANDOFF)


def _seal(file: CaseFile, handoff: HandoffView) -> Lack:
    missing = [one for one in handoff.lacking if one in REQUIRED]
    words = translate("Progress", "Everything is there.")
    if missing:
        words = translate("Progress", "Before that: {lacking}").format(lacking=listed(file.profile, "lacking", missing))
    return Lack(translate("Progress", "Seal the packet"), words, translate("Progress", "Go on"), TabKey.HANDOFF)


def _undecided(file: CaseFile) -> Lack:
    title = translate("Progress", "Decide whose matter it is")
    if UseCase.ASSESS_COMPETENCE in file.may:
        words = translate("Progress", "The community's own, or the prosecutor's. With the reason in writing.")
        return Lack(title, words, translate("Progress", "Decide"), Deed.ASSESS)
    words = translate("Progress", "An authority of the community decides this. Tell one of them today.")
    return Lack(title, words, "", None)


def _people() -> Lack:
    return Lack(
        translate("Progress", "Add the people, by code"),
        translate("Progress", "Who they are is written apart, and sealed."),
        translate("Progress", "Add people"),
        TabKey.PEOPLE,
    )


def _acta() -> Lack:
    return Lack(
        translate("Progress", "Issue the record of the session"),
        translate("Progress", "It gets its number and is printed to be signed."),
        translate("Progress", "Issue the record"),
        TabKey.HEARINGS,
    )


def _lacking_own(file: CaseFile) -> Sequence[Lack]:
    if not file.held(SessionKind.HEARING):
        return (
            Lack(
                translate("Progress", "Hold the hearing"),
                translate("Progress", "Both sides are heard, by the ways of the community."),
                translate("Progress", "Record the hearing"),
                TabKey.HEARINGS,
            ),
        )
    return () if file.has_acta(SessionKind.HEARING) else (_acta(),)
