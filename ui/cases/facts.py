"""The facts of a case as they are read: each question with its answer, and what was told where it may be read."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.cases.rules import Assessment
from ui.cases.case_file import CaseFile
from ui.cases.words import listed
from ui.country import label
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.notices import Callout
from ui.widgets.text import Role, Text

SCOPES = ("personal", "material", "territorial")


@dataclass(frozen=True)
class Fact:
    """One fact, as it is read."""

    question: str
    answer: str


class FactList(QWidget):
    """Shows facts below each other."""

    def __init__(self, facts: tuple[Fact, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, fact in enumerate(facts):
            if place:
                column.addSpacing(8)
            column.addWidget(Text(fact.question, Role.SMALL))
            column.addWidget(Text(fact.answer))


def facts_of(file: CaseFile, zone: ZoneInfo) -> tuple[Fact, ...]:
    """Return what is known of a case, without what was told."""
    case, profile = file.case, file.profile
    known = moment_text(case.known_at, zone)
    if not case.known_exactly:
        known = translate("Facts", "{moment} (approximate)").format(moment=known)
    opened = translate("Facts", "{name}, on {moment}").format(
        name=case.opened_by, moment=moment_text(case.opened_at, zone)
    )
    found = [
        Fact(translate("Facts", "Known since"), known),
        Fact(translate("Facts", "How the news came"), label(profile, "channel", case.channel)),
        Fact(translate("Facts", "Place, in general"), case.place),
        Fact(translate("Facts", "Forms that are suspected"), listed(profile, "exploitation", case.exploitation)),
        Fact(translate("Facts", "Why the prosecutor has it"), listed(profile, "exclusion", case.exclusions)),
        *(Fact(translate("Facts", "What gave rise to the alert"), alert) for alert in case.alerts),
        Fact(translate("Facts", "Registered by"), opened),
    ]
    if case.assessment is not None:
        found += _assessed(file, case.assessment)
    return tuple(fact for fact in found if fact.answer)


def account_part(file: CaseFile) -> QWidget:
    """Return what was told, or why it is not shown."""
    if file.case.account is not None:
        return Text(file.case.account)
    words = translate(
        "Facts",
        "What was told is sealed. Whoever gives notice and hands the case over can read it; this role cannot.",
    )
    return Callout(words, icon="lock")


def _assessed(file: CaseFile, assessment: Assessment) -> list[Fact]:
    decided = Fact(translate("Facts", "Whose matter it is"), label(file.profile, "outcome", assessment.outcome))
    scopes = [
        Fact(label(file.profile, "scope", scope), str(getattr(assessment, scope)))
        for scope in SCOPES
        if getattr(assessment, scope)
    ]
    return [decided, Fact(translate("Facts", "The reason for it"), assessment.reason), *scopes]
