"""One person alone in front of the whole window: what they hold in their hands, and what came of it so far."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from justice_desk.bootstrap import Desk
from justice_desk.foundations.ids import CaseId
from tests.stores import HandClock
from tests.ui.handoffs.guides import GuideAtHand
from tests.ui.handoffs.steps import Prosecutor
from tests.ui.windows import WindowAtHand
from ui.cases.case_page import CasePage
from ui.cases.tab_keys import TabKey
from ui.commands.story import Story
from ui.handoffs.tab import HandoffTab


class GuideInWindow(GuideAtHand):
    """The guide of the case that is in front, where it stands in the window."""

    def __init__(self, hand: WindowAtHand, case: CaseId, qtbot: QtBot) -> None:
        self._hand = hand
        super().__init__(hand.workplace, case, qtbot)

    def settle(self) -> None:
        """Wait until everything that was asked of the workers is done and shown."""
        self._hand.settle()

    def come_back(self) -> None:
        """Go back to the window after a dialog has closed."""
        self._hand.come_back()

    def dialog(self) -> QDialog:
        """Return the dialog that is open, once keys go to it."""
        return self._hand.dialog(QDialog)

    def _put_up(self, case: CaseId) -> HandoffTab:
        assert self._hand.front(CasePage).case == case
        return self._hand.open_tab(TabKey.HANDOFF, HandoffTab)


class Walk:
    """The window, the story that is told in it, where the store and the drive lie, and what came of it so far."""

    def __init__(self, hand: WindowAtHand, qtbot: QtBot, story: Story, clock: HandClock, store: Path) -> None:
        self.hand, self.qtbot = hand, qtbot
        self.story, self.clock, self.store = story, clock, store
        self.office = Prosecutor()
        self.passphrase = ""
        self.cases: list[CaseId] = []
        self._guide: GuideInWindow | None = None

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.hand.desk

    @property
    def case(self) -> CaseId:
        """The case that goes to the prosecutor: the first one."""
        return self.cases[0]

    @property
    def guide(self) -> GuideInWindow:
        """The guide of the case that goes to the prosecutor."""
        if self._guide is None:
            self._guide = GuideInWindow(self.hand, self.case, self.qtbot)
        return self._guide
