"""The tab History of a case: what was done with it, when and by whom, the newest first."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.views import JournalLine
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.i18n import translate
from ui.journal.words import act_words, flags
from ui.moments import moment_text
from ui.sentences import sentence
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, Kind
from ui.widgets.page import Body
from ui.widgets.text import Role, Rule, Text
from ui.workplace import Workplace

TOLD_ABOUT = frozenset(
    {
        UseCase.ADD_PARTY,
        UseCase.WRITE_IDENTITY,
        UseCase.READ_IDENTITY,
        UseCase.CITE,
        UseCase.ISSUE_DOCUMENT,
        UseCase.ISSUE_SECRET_DOCUMENT,
        UseCase.PRINT_DOCUMENT,
    }
)
"""What these are about is a code or the number of a paper, and is said."""
SHOWN = 100
"""So many acts are shown at first, and so many more each time."""


def history_title() -> str:
    """Return the title of the tab."""
    return translate("Cases", "History")


class ActLine(QWidget):
    """One act: what was done, when, by whom, and what is to be known of it."""

    def __init__(self, line: JournalLine, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.words = Text(act_text(line))
        words.addWidget(self.words)
        by = translate("History", "{moment} · {name}").format(
            moment=moment_text(line.at, zone), name=line.actor or translate("History", "Somebody who is no longer here")
        )
        words.addWidget(Text(by, Role.SMALL))
        row.addLayout(words, 1)
        if (noted := flags(line)) is not None:
            row.addWidget(Badge(noted), 0, Qt.AlignmentFlag.AlignTop)


class HistoryTab(Body):
    """Shows the acts on a case. It decides nothing.

    Signals:
        entered: It came to the front.
    """

    entered = Signal()

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.read_with_keys(history_title())
        self.parts.setContentsMargins(0, 12, 0, 0)
        self.parts.setSpacing(0)
        self._zone = workplace.zone
        self.lines: list[ActLine] = []
        self.more: Button | None = None
        self._presenter = HistoryPresenter(self, workplace, case)

    def entering(self) -> None:
        """Come to the front."""
        self.entered.emit()

    def show_lines(self, lines: Sequence[JournalLine], shown: int = SHOWN) -> None:
        """Show the newest of these acts."""
        self.empty()
        self.lines = []
        self.more = None
        self.add(Text(translate("History", "Nothing is ever taken out of here."), Role.MUTED))
        for line in lines[:shown]:
            if self.lines:
                self.add(Rule())
            self.lines.append(self.add(ActLine(line, self._zone)))
        if len(lines) > shown:
            self.more = self.add(Button(translate("History", "Show older ones"), Kind.QUIET, "down"))
            self.more.clicked.connect(partial(self.show_lines, lines, shown + SHOWN))

    def refuse(self, words: str) -> None:
        """Say why nothing is shown."""
        self.empty()
        self.add(Text(words, Role.MUTED))


class HistoryPresenter(QObject):
    """Reads the acts when the tab comes to the front and after every act."""

    def __init__(self, panel: HistoryTab, workplace: Workplace, case: CaseId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        panel.entered.connect(self.refresh)
        workplace.act_done.connect(self._follow)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        accounts = self._workplace.desk.accounts
        self._workplace.jobs.run_read(partial(accounts.history_of, self._case), self._show, self._fail)

    @Slot()
    def _follow(self) -> None:
        # A hidden tab reads anew when it comes to the front.
        if self._panel.isVisible():
            self.refresh()

    @Slot(object)
    def _show(self, lines: Sequence[JournalLine]) -> None:
        self._panel.show_lines(lines)

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        self._panel.refuse(sentence(error))


def act_text(line: JournalLine) -> str:
    """Return what was done, and to which code or paper where it was one."""
    words = act_words(line.action)
    return f"{words}: {line.about}" if line.action in TOLD_ABOUT and line.about else words
