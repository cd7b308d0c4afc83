"""What this program is: its name, its version, its licence."""

from PySide6.QtWidgets import QWidget

import justice_desk
from ui.i18n import translate
from ui.widgets.buttons import Button
from ui.widgets.dialogs import PROGRAM
from ui.widgets.entry import Entry, EntryList
from ui.widgets.page import Body
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

TOP = 16


class AboutSection(Body):
    """Says it, and leads to the help."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self._workplace = workplace
        self.add(Text(PROGRAM, Role.SECTION))
        words = translate(
            "About",
            "With it, the authorities of a community write down cases of trafficking, protect people, and hand cases "
            "over to the prosecutor. It works without the internet and sends nothing anywhere.",
        )
        self.add(Text(words))
        self.facts = self.add(EntryList())
        self.facts.show_entries(
            [
                Entry(translate("About", "Version"), (justice_desk.__version__,)),
                Entry(
                    translate("About", "Licence"),
                    (
                        translate(
                            "About", "GNU General Public License, version 3 or later: free to use, study and share."
                        ),
                    ),
                ),
            ]
        )
        self.help = self.add(Button(translate("About", "Help and diagnostics"), icon="help"))
        self.help.clicked.connect(self._open_help)

    def _open_help(self) -> None:
        self._workplace.navigator.open_page("help")
