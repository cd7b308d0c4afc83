"""The tab Summary of a case: where the case stands."""

from PySide6.QtWidgets import QWidget

from justice_desk.foundations.ids import CaseId
from ui.i18n import translate
from ui.widgets.page import Body
from ui.workplace import Workplace


def summary_title() -> str:
    """Return the title of the tab."""
    return translate("Cases", "Summary")


class SummaryTab(Body):
    """Shows where the case stands."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace, self._case = workplace, case
