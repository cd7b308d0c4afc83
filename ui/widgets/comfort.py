"""Language, text size and palette, where a person needs them first: on the lock page and in the guide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.appearance import Appearance
from ui.i18n import LANGUAGES, translate
from ui.shortcuts import Key
from ui.theme import LARGEST, SMALLEST, PaletteName, look
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, DropDown
from ui.widgets.text import Line


def palette_choices() -> tuple[Choice, ...]:
    """Return the palettes by their words."""
    return (
        Choice(PaletteName.LIGHT, translate("Comfort", "Light")),
        Choice(PaletteName.DARK, translate("Comfort", "Dark")),
        Choice(PaletteName.CONTRAST, translate("Comfort", "Strong contrast")),
    )


def language_choices() -> tuple[Choice, ...]:
    """Return the languages, each by its own name."""
    return tuple(Choice(code, name) for code, name in LANGUAGES.items())


class TextSizer(QWidget):
    """Two buttons and the size between them.

    Signals:
        resized: The text size changed.
    """

    resized = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._appearance = appearance
        self.smaller = Button("A−", Kind.SECONDARY, key=Key.SMALLER)
        self.larger = Button("A+", Kind.SECONDARY, key=Key.LARGER)
        for button, words in (
            (self.smaller, translate("TextSizer", "Smaller text")),
            (self.larger, translate("TextSizer", "Larger text")),
        ):
            button.setAccessibleName(words)
        self.shown_size = Line()
        self.smaller.clicked.connect(appearance.smaller)
        self.larger.clicked.connect(appearance.larger)
        for part in (self.smaller, self.shown_size, self.larger):
            row.addWidget(part)
        row.addStretch(1)
        appearance.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        percent = look().percent
        self.shown_size.setText(f"{percent} %")
        self.shown_size.setAccessibleName(translate("TextSizer", "Text size {percent} %").format(percent=percent))
        self.smaller.setEnabled(percent > SMALLEST)
        self.larger.setEnabled(percent < LARGEST)
        self.resized.emit()


class Comfort(QWidget):
    """All three in one row."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.language = DropDown(language_choices())
        self.language.setAccessibleName(translate("Comfort", "Language"))
        self.language.choose(appearance.language)
        self.language.chosen.connect(appearance.speak)
        self.palette_choice = DropDown(palette_choices())
        self.palette_choice.setAccessibleName(translate("Comfort", "Colours"))
        self.palette_choice.choose(look().name)
        self.palette_choice.chosen.connect(self._paint)
        for choice in (self.language, self.palette_choice):
            choice.setMinimumContentsLength(9)
        self._appearance = appearance
        appearance.changed.connect(self._show)
        row.addWidget(self.language)
        row.addWidget(self.palette_choice)
        row.addWidget(TextSizer(appearance), 1)

    def _paint(self, name: str) -> None:
        self._appearance.paint(PaletteName(name))

    def _show(self) -> None:
        self.palette_choice.choose(look().name)
