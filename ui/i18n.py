"""Languages: every text is written in English in the code and spoken in the reader's language.

Texts go through `translate("Context", "text")`: two literals, so that the extraction tool finds them. Never an f-string
(use `.format` on what comes back), never `self.tr`. Numbers are written so that no plural is needed ("Drafts: 2").

The language of the interface and the way dates are written are two things: several languages of the field have no
names of months in Qt, and a made-up date is worse than a Spanish one.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.resources import resource

SOURCE = "en"
"""The language of the source texts: it needs no catalogue."""
DEFAULT = "es"
LANGUAGES = {"es": "Español", "en": "English"}
"""The languages of the interface, each by its own name, the default first."""


@dataclass(eq=False)
class TranslationMissing(DeskError):
    """The compiled catalogue of a language is not where it should be: the program was not set up completely."""

    path: Path


def translate(context: str, text: str) -> str:
    """Return `text` in the reader's language. Both are literals; `context` names the screen that speaks."""
    return QCoreApplication.translate(context, text)


def catalogue(language: str) -> Path:
    """Return where the compiled texts of a language are kept."""
    return resource("i18n", f"justice_desk_{language}.qm")


def qt_words(language: str, parent: QObject | None = None) -> QTranslator:
    """Return Qt's own words in a language (calendar, context menus): empty where Qt was built without them."""
    words = QTranslator(parent)
    words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return words


class Translations:
    """The language in use. Choosing another sends Qt's LanguageChange to every window, which then speaks anew."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = SOURCE

    def use(self, language: str) -> None:
        """Speak another language from now on.

        Raises:
            TranslationMissing: its catalogue was not compiled; the former language stays.
        """
        fresh = [] if language == SOURCE else self._loaded(language)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = fresh
        self.language = language
        QLocale.setDefault(QLocale(language))
        for translator in fresh:
            self._app.installTranslator(translator)

    def _loaded(self, language: str) -> list[QTranslator]:
        path = catalogue(language)
        own = QTranslator(self._app)
        if not own.load(str(path)):
            raise TranslationMissing(path)
        # Whoever built Qt without its own words loses only those.
        return [qt_words(language, self._app), own]
