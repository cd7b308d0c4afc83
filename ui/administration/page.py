"""The page Administration: its parts, one at a time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.administration.about import AboutSection
from ui.administration.handover import HandoverSection
from ui.administration.keys import KeysSection
from ui.administration.people import PeopleSection
from ui.administration.receivers import ReceiversSection
from ui.administration.settings import SettingsSection
from ui.administration.terms import TermsSection
from ui.backups.section import BackupsSection
from ui.help.topics import OF_SCREENS
from ui.i18n import translate
from ui.widgets.page import MARGIN
from ui.widgets.tab_row import TabRow, TabText
from ui.widgets.text import Role, Rule, Text
from ui.workplace import Entering, Workplace

KEY = "administration"
SECTIONS: Mapping[str, Callable[[Workplace], QWidget]] = {
    # Settings come first: choosing another language builds the page anew, and the reader stays where they were.
    "settings": SettingsSection,
    "people": PeopleSection,
    "keys": KeysSection,
    "terms": TermsSection,
    "handover": HandoverSection,
    "receivers": ReceiversSection,
    "backups": BackupsSection,
    "about": AboutSection,
}


def administration_title() -> str:
    """Return the title of the page."""
    return translate("Administration", "Administration")


class AdministrationPage(QWidget):
    """Shows one part; a part is built when it is first opened."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workplace = workplace
        self._built: dict[str, QWidget] = {}
        self.front = ""
        self.row = TabRow(tab_texts(), administration_title())
        self.row.asked.connect(self.open_section)
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        title = Text(administration_title(), Role.TITLE)
        title.setContentsMargins(MARGIN, 16, MARGIN, 4)
        whole.addWidget(title)
        around = QHBoxLayout()
        around.setContentsMargins(MARGIN - 16, 0, MARGIN - 16, 0)
        around.addWidget(self.row)
        whole.addLayout(around)
        whole.addWidget(Rule())
        whole.addWidget(self._stack, 1)
        self.open_section(next(iter(SECTIONS)))

    @Slot(str)
    def open_section(self, key: str) -> None:
        """Bring a part to the front."""
        if key not in self._built:
            self._built[key] = SECTIONS[key](self._workplace)
            self._stack.addWidget(self._built[key])
        self.front = key
        self._stack.setCurrentWidget(self._built[key])
        self.row.open(key)
        self.entering()

    def help_topic(self) -> str:
        """Return the key of the part in front, where the help has a page for it."""
        return self.front if self.front in OF_SCREENS else KEY

    def entering(self) -> None:
        """Tell the part in front that it came to the front."""
        section = self._built[self.front]
        if isinstance(section, Entering):
            section.entering()


def tab_texts() -> tuple[TabText, ...]:
    """Return the parts by their words."""
    return (
        TabText("settings", translate("Administration", "Settings"), "settings"),
        TabText("people", translate("Administration", "People"), "people"),
        TabText("keys", translate("Administration", "Keys and recovery"), "key"),
        TabText("terms", translate("Administration", "Offices"), "community"),
        TabText("handover", translate("Administration", "Handover"), "handoffs"),
        TabText("receivers", translate("Administration", "Receivers"), "receive"),
        TabText("backups", translate("Administration", "Backups"), "drive"),
        TabText("about", translate("Administration", "About"), "info"),
    )
