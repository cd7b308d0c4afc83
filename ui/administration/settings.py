"""What a person chooses for this laptop: language, text, colours, when it locks; and the telephones for danger."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from ui.administration.numbers_dialog import ChangeNumbers
from ui.appearance import in_use
from ui.i18n import translate
from ui.preferences import IDLE_CHOICES
from ui.theme import PaletteName
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.comfort import TextSizer, language_choices, palette_choices
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form
from ui.widgets.page import Body
from ui.workplace import Workplace

TOP = 16


class SettingsSection(Body):
    """Every choice is applied at once and remembered on this laptop."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self._appearance = in_use()
        form = self.form = self.add(Form())
        self.language = form.ask(
            "language", translate("Settings", "Language"), ChoiceList(language_choices(), columns=2)
        )
        self.language.choose(self._appearance.language)
        self.language.chosen.connect(self._appearance.speak)
        self.sizer = form.ask("size", translate("Settings", "Text size"), TextSizer(self._appearance))
        self.palettes = form.ask("palette", translate("Settings", "Colours"), ChoiceList(palette_choices(), columns=3))
        self.palettes.choose(self._appearance.chosen.palette)
        self.palettes.chosen.connect(self._paint)
        minutes = translate("Settings", "{minutes} minutes")
        choices = [Choice(str(number), minutes.format(minutes=number)) for number in IDLE_CHOICES]
        self.idle = form.ask(
            "idle",
            translate("Settings", "Lock by itself after"),
            ChoiceList(choices, columns=3),
            translate("Settings", "When nobody touches it. What is typed is kept and offered again."),
        )
        self.idle.choose(str(self._appearance.chosen.idle_minutes))
        self.idle.chosen.connect(self._wait)
        self.section(
            translate("Settings", "Telephones for danger"),
            translate("Settings", "The lock page shows them to everybody, without opening the desk."),
        )
        self.numbers = self.add(EntryList())
        self.change = self.add(Button(translate("Settings", "Change the telephones"), Kind.SECONDARY, "edit"))
        self.change.clicked.connect(self._change_numbers)
        self.change.setVisible(permitted(UseCase.CHANGE_NUMBERS, workplace.roles, own=True))
        self._workplace = workplace
        workplace.act_done.connect(self._show_numbers)
        self._show_numbers()

    @Slot()
    def _show_numbers(self) -> None:
        card = self._workplace.desk.danger_card()
        numbers = () if card is None else card.numbers
        self.numbers.show_entries([Entry(number.number, (number.label,)) for number in numbers])

    @Slot()
    def _change_numbers(self) -> None:
        ChangeNumbers(self._workplace, self._workplace.desk.danger_card(), self).open()

    def _paint(self, name: str) -> None:
        self._appearance.paint(PaletteName(name))

    def _wait(self, minutes: str) -> None:
        self._appearance.wait(int(minutes))
