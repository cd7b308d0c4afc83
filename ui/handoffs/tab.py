"""The tab Handoff of a case: the guide, or why this case is not handed over."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.cases.tab_keys import TabKey
from ui.handoffs.content import GuideContent, read_guide
from ui.handoffs.guide import Guide
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.notices import EmptyState
from ui.widgets.page import Body
from ui.widgets.text import Role, Text
from ui.workplace import Workplace


def handoff_title() -> str:
    """Return the title of the tab."""
    return translate("HandoffTab", "Handoff")


class HandoffTab(QStackedWidget):
    """Shows the guide of a case that goes to the prosecutor; of any other, why it does not go."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guide: Guide | None = None
        self.waiting = Body()
        self.words = self.waiting.add(Text(translate("HandoffTab", "Reading…"), Role.MUTED))
        self.not_ours = EmptyState(
            "handoffs",
            translate("HandoffTab", "This case is not handed over"),
            translate(
                "HandoffTab",
                "Only what belongs to the prosecutor is handed over. If trafficking is suspected, raise the alert in "
                "the summary of the case: a suspicion is enough.",
            ),
            translate("HandoffTab", "Go to the summary"),
        )
        self.addWidget(self.waiting)
        self.addWidget(self.not_ours)
        self._presenter = HandoffTabPresenter(self, workplace, case)

    def show_guide(self, guide: Guide) -> None:
        """Show the guide of the case."""
        self.guide = guide
        self.addWidget(guide)
        self.setCurrentWidget(guide)


class HandoffTabPresenter(QObject):
    """Reads the case, and builds the guide once the case goes to the prosecutor."""

    def __init__(self, panel: HandoffTab, workplace: Workplace, case: CaseId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        panel.not_ours.asked.connect(self._go_to_summary)
        workplace.act_done.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._panel.guide is None:
            work = partial(read_guide, self._workplace.desk, self._case, self._workplace.roles)
            self._workplace.jobs.run_read(work, self._show, self._refused)

    @Slot(object)
    def _show(self, content: GuideContent) -> None:
        if self._panel.guide is not None:
            return
        if content.case.excluded:
            self._panel.show_guide(Guide(self._workplace, self._case, content, self._panel))
        else:
            self._panel.setCurrentWidget(self._panel.not_ours)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._panel.words.setText(sentence(error))
        self._panel.setCurrentWidget(self._panel.waiting)

    @Slot()
    def _go_to_summary(self) -> None:
        self._workplace.navigator.open_case(self._case, TabKey.SUMMARY)
