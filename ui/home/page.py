"""The page a person lands on after unlocking."""

from PySide6.QtWidgets import QWidget

from ui.i18n import translate
from ui.widgets.page import PageScaffold
from ui.workplace import Workplace


def home_title() -> str:
    """Return the title of the page."""
    return translate("Home", "Home")


class HomePage(PageScaffold):
    """Greets the person signed in."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(home_title(), parent=parent)
        self._workplace = workplace
