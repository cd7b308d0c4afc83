"""What stands on the screen after a case was saved: calmly, what it means and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.cases.views import CaseView
from justice_desk.communities.card import DangerCard
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.jurisdictions.rules import Profile
from ui.cases.numbered import NumberedStep
from ui.cases.tab_keys import TabKey
from ui.country import label
from ui.deadlines.words import due_text, standing_state
from ui.i18n import translate
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout, Glyph
from ui.widgets.page import PageScaffold
from ui.widgets.text import Role, Rule, Text


@dataclass(frozen=True)
class Registered:
    """A case that was just saved, with the country's words, the danger numbers, and the moment it was saved."""

    case: CaseView
    profile: Profile
    card: DangerCard | None
    now: datetime


class RegisteredPanel(PageScaffold):
    """Shows that a case was saved. It decides nothing.

    Signals:
        tab_requested: The tab of the new case where the next step is done; empty: its first.
    """

    tab_requested = Signal(str)

    def __init__(self, saved: Registered, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        case = saved.case
        number = translate("Registered", "The case is saved. Its number: {number}").format(number=case.number)
        super().__init__(_title(case), number, parent=parent)
        self._saved, self._zone = saved, zone
        self.steps: list[NumberedStep] = []
        if case.excluded:
            self._tell_excluded()
        else:
            self._tell_open()
        self.go = Button(translate("Registered", "Go to the case"), Kind.PRIMARY, "forward")
        self.go.clicked.connect(partial(self.tab_requested.emit, TabKey.SUMMARY.value))
        self.action_bar(forward=(self.go,))
        self.go.setFocus()

    def _tell_excluded(self) -> None:
        self.add(
            Callout(
                translate(
                    "Registered",
                    "The prosecutor investigates and judges it. The community protects, gives notice, hands the case "
                    "over and follows it. No agreement is made about it.",
                ),
                Tone.WARNING,
                icon="shield",
            )
        )
        self.section(translate("Registered", "What comes next"))
        self._step(
            translate("Registered", "Give the oral notice, now"),
            translate("Registered", "By telephone is enough. Whom it was given to, and when, is noted afterwards."),
            translate("Registered", "Note the notice"),
            TabKey.HANDOFF,
        )
        if self._saved.card is not None:
            for danger in self._saved.card.numbers:
                self.steps[0].column.addWidget(_telephone(danger))
        self._step(
            translate("Registered", "Add the people, by code"),
            translate("Registered", "Who they are is written apart, and sealed."),
            translate("Registered", "Add people"),
            TabKey.PEOPLE,
        )
        self._step(
            translate("Registered", "Hold the reserved session of the authorities"),
            translate("Registered", "Notice, protection, and the decision to hand over. Nobody else takes part."),
            translate("Registered", "Record the session"),
            TabKey.HEARINGS,
        )
        self._step(
            translate("Registered", "Prepare the handoff"),
            translate("Registered", "With what is known now. What comes later is sent afterwards."),
            translate("Registered", "Prepare"),
            TabKey.HANDOFF,
        )
        self._list_deadlines()

    def _tell_open(self) -> None:
        self.add(
            Callout(
                translate("Registered", "If a suspicion of trafficking appears, raise the alert in the case at once.")
            )
        )
        self.section(translate("Registered", "What comes next"))
        self._step(
            translate("Registered", "Add the people, by code"),
            translate("Registered", "Who they are is written apart, and sealed."),
            translate("Registered", "Add people"),
            TabKey.PEOPLE,
        )
        self._step(
            translate("Registered", "Decide whose matter it is"),
            translate("Registered", "An authority decides, with the reason in writing."),
            translate("Registered", "Go there"),
            TabKey.SUMMARY,
        )
        if self._saved.case.deadlines:
            self._list_deadlines()

    def _step(self, title: str, words: str, verb: str, tab: TabKey) -> None:
        button = Button(verb)
        button.setAccessibleDescription(title)
        button.clicked.connect(partial(self.tab_requested.emit, tab.value))
        step = NumberedStep(len(self.steps) + 1, title, words, button)
        self.steps.append(step)
        self.add(step)

    def _list_deadlines(self) -> None:
        self.section(translate("Registered", "The deadlines that run"))
        for place, view in enumerate(self._saved.case.deadlines):
            if place:
                self.add(Rule())
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Text(label(self._saved.profile, "deadline", view.kind)))
            words.addWidget(Text(due_text(view, self._saved.now, self._zone), Role.SMALL))
            line.addLayout(words, 1)
            state = standing_state(self._saved.profile, view.standing, view.severity)
            line.addWidget(Badge(state), 0, Qt.AlignmentFlag.AlignVCenter)
            self.add(row)


def _title(case: CaseView) -> str:
    if case.excluded:
        return translate("Registered", "This case must be handed over")
    return translate("Registered", "The case is registered")


def _telephone(danger: DangerNumber) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 0)
    line.setSpacing(10)
    line.addWidget(Glyph("phone", Tone.DANGER), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(danger.number, Role.SECTION), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(danger.label, Role.MUTED), 1, Qt.AlignmentFlag.AlignVCenter)
    return row
