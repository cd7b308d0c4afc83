"""The tab People of a case: the people in the case."""

from PySide6.QtWidgets import QWidget

from justice_desk.foundations.ids import CaseId
from ui.i18n import translate
from ui.widgets.page import Body
from ui.workplace import Workplace


def people_title() -> str:
    """Return the title of the tab."""
    return translate("Cases", "People")


class PeopleTab(Body):
    """Shows the people in the case."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace, self._case = workplace, case
