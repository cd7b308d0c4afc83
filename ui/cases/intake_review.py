"""The last look before a case is saved: everything that was written, each part with the way back to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.cases.views import CaseLine
from justice_desk.foundations.fields import folded
from ui.cases.intake_answers import Answers, YesNo
from ui.cases.intake_form import IntakeGround, step_titles
from ui.cases.words import listed, short_number
from ui.country import label
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout
from ui.widgets.page import GAP
from ui.widgets.rows import RowList, RowText
from ui.widgets.text import Role, Rule, Text

LONG_ENOUGH = 4
"""Shorter words (the, with) make no two titles alike."""
MOST_ALIKE = 3


@dataclass(frozen=True)
class Answered:
    """One question with its answer, as it is read."""

    question: str
    answer: str


class IntakeReview(QWidget):
    """Shows what was written. It decides nothing.

    Signals:
        step_requested: The step to go back to.
        case_requested: A case that resembles the new one, to be looked at first.
    """

    step_requested = Signal(int)
    case_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._inside = QWidget()
        self._column.addWidget(self._inside)

    def show_answers(
        self, parts: Sequence[Sequence[Answered]], alike: Sequence[CaseLine], names: Sequence[str]
    ) -> None:
        """Show the answers step by step, the cases that resemble this one, and what looks like a name in the title."""
        self._inside.deleteLater()
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for warning in self._warnings(alike, names):
            column.addWidget(warning)
        for step, (title, answered) in enumerate(zip(step_titles(), parts, strict=False)):
            if step:
                column.addWidget(Rule())
            column.addWidget(self._part(step, title, answered))
        self._inside.show()

    def _part(self, step: int, title: str, answered: Sequence[Answered]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Text(title, Role.SECTION), 1, Qt.AlignmentFlag.AlignVCenter)
        change = Button(translate("NewCase", "Change"), Kind.QUIET, "edit")
        change.setObjectName(f"change:{step}")
        change.setAccessibleDescription(title)
        change.clicked.connect(partial(self.step_requested.emit, step))
        head.addWidget(change)
        column.addLayout(head)
        for one in answered:
            column.addWidget(Text(one.question, Role.SMALL))
            column.addWidget(Text(one.answer))
        return part

    def _warnings(self, alike: Sequence[CaseLine], names: Sequence[str]) -> Sequence[QWidget]:
        found = [self._alike(alike)] if alike else []
        if names:
            words = translate("NewCase", "The title stands in lists and papers. Better without: {names}")
            title = translate("NewCase", "Is there a name in the title?")
            found.append(Callout(words.format(names=", ".join(names)), Tone.WARNING, title))
        return found

    def _alike(self, lines: Sequence[CaseLine]) -> Callout:
        words = translate("NewCase", "If it is the same matter, go on in that case instead of making another.")
        callout = Callout(words, Tone.WARNING, translate("NewCase", "There are cases with a similar title"))
        rows = RowList()
        for line in lines:
            row = rows.add(RowText(line.title, short_number(line.number)))
            row.clicked.connect(partial(self.case_requested.emit, str(line.id)))
        callout.words.addWidget(rows)
        return callout


def answered_parts(answers: Answers, ground: IntakeGround, zone: ZoneInfo) -> tuple[tuple[Answered, ...], ...]:
    """Return what was answered in each step, as it is read."""
    return (
        (
            Answered(translate("NewCase", "The account"), answers.account),
            Answered(translate("NewCase", "A title without names"), answers.title),
        ),
        _known(answers, ground, zone),
        _suspicion(answers, ground),
        _danger(answers, ground),
    )


def alike(lines: Sequence[CaseLine], title: str) -> tuple[CaseLine, ...]:
    """Return the cases whose title shares at least half of its longer words with this one, the newest first."""
    sought = _words(title)
    found = [line for line in lines if sought and 2 * len(sought & _words(line.title)) >= len(sought)]
    return tuple(found[:MOST_ALIKE])


def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in folded(title).split() if len(word) >= LONG_ENOUGH)


def _known(answers: Answers, ground: IntakeGround, zone: ZoneInfo) -> tuple[Answered, ...]:
    known = "" if answers.known is None else moment_text(answers.known.at, zone)
    if answers.known is not None and not answers.known.exact:
        known = translate("NewCase", "{moment} (approximate)").format(moment=known)
    channel = "" if answers.channel is None else label(ground.profile, "channel", answers.channel)
    return (
        Answered(translate("NewCase", "Since when the community knows it"), known),
        Answered(translate("NewCase", "How the news came"), channel),
        Answered(translate("NewCase", "Place, in general"), answers.place or translate("NewCase", "Not written")),
    )


def _suspicion(answers: Answers, ground: IntakeGround) -> tuple[Answered, ...]:
    said = Answered(translate("NewCase", "Is trafficking in persons suspected?"), _said(answers.suspected))
    if answers.suspected != YesNo.YES:
        return (said,)
    forms = listed(ground.profile, "exploitation", answers.exploitation) or translate("NewCase", "Not written")
    return (said, Answered(translate("NewCase", "Which forms are suspected"), forms))


def _danger(answers: Answers, ground: IntakeGround) -> tuple[Answered, ...]:
    names = ", ".join(person.name for person in ground.colleagues if person.id in answers.excluded)
    danger = (
        Answered(translate("NewCase", "Is somebody in danger now?"), _said(answers.urgent)),
        Answered(translate("NewCase", "Is somebody missing?"), _said(answers.missing_person)),
    )
    if not names:
        return danger
    return (*danger, Answered(translate("NewCase", "Who of this desk must not see this case"), names))


def _said(answer: str | None) -> str:
    words = {
        YesNo.YES.value: translate("NewCase", "Yes"),
        YesNo.NO.value: translate("NewCase", "No"),
        YesNo.UNSURE.value: translate("NewCase", "Not sure"),
    }
    return "" if answer is None else words[answer]
