"""What the reader chose for the screen, applied at once and remembered: language, palette, text size, idle minutes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui import preferences
from ui.i18n import SOURCE, TranslationMissing, Translations
from ui.preferences import Preferences
from ui.theme import STEP, USUAL, Look, PaletteName, wear


class Appearance(QObject):
    """The choices in use.

    Signals:
        changed: One of them changed; the screen has it already.
        language_missing: A `TranslationMissing`: the texts of a language were not set up, English stays.
    """

    changed = Signal()
    language_missing = Signal(object)

    def __init__(self, app: QApplication, path: Path) -> None:
        super().__init__(app)
        self._app = app
        self._path = path
        self.chosen = preferences.read(path)
        self._translations = Translations(app)

    def begin(self) -> TranslationMissing | None:
        """Put the remembered choices on the screen. Returns what is missing if the language cannot be spoken."""
        wear(self._app, Look(self.chosen.palette, self.chosen.percent))
        try:
            self._translations.use(self.chosen.language)
        except TranslationMissing as missing:
            self._translations.use(SOURCE)
            return missing
        return None

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self._translations.language

    def speak(self, language: str) -> None:
        """Speak another language."""
        try:
            self._translations.use(language)
        except TranslationMissing as missing:
            self.language_missing.emit(missing)
            return
        self._keep(replace(self.chosen, language=language))

    def paint(self, palette: PaletteName) -> None:
        """Use another palette."""
        self._wear(replace(self.chosen, palette=palette))

    def larger(self) -> None:
        """Make the text a step larger."""
        self.resize(self._look().resized(STEP).percent)

    def smaller(self) -> None:
        """Make the text a step smaller."""
        self.resize(self._look().resized(-STEP).percent)

    def usual(self) -> None:
        """Make the text as large as on a new laptop."""
        self.resize(USUAL)

    def resize(self, percent: int) -> None:
        """Make the text this large, in per cent."""
        self._wear(replace(self.chosen, percent=percent))

    def wait(self, minutes: int) -> None:
        """Lock after this many idle minutes."""
        self._keep(replace(self.chosen, idle_minutes=minutes))

    def _look(self) -> Look:
        return Look(self.chosen.palette, self.chosen.percent)

    def _wear(self, chosen: Preferences) -> None:
        wear(self._app, Look(chosen.palette, chosen.percent))
        self._keep(chosen)

    def _keep(self, chosen: Preferences) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            preferences.keep(self._path, chosen)
            self.changed.emit()


def in_use() -> Appearance:
    """Return the choices in use: the application holds them."""
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("there is no application whose look could be chosen")
    return app.findChildren(Appearance)[-1]
