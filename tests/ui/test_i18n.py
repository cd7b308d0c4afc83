from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import i18n
from ui.appearance import Appearance
from ui.i18n import SOURCE, TranslationMissing, Translations, translate
from ui.preferences import Preferences, read
from ui.theme import LARGEST, SMALLEST, PaletteName, look


class Listener(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.told += event.type() is QEvent.Type.LanguageChange


def test_spanish_is_spoken_by_the_interface_and_by_qt(appearance: Appearance) -> None:
    assert translate("Unlock", "The desk is locked") == "El despacho está bloqueado"
    assert translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QLocale().language() is QLocale.Language.Spanish


def test_another_language_is_told_to_every_window(qtbot: QtBot, appearance: Appearance) -> None:
    listener = Listener()
    qtbot.addWidget(listener)
    appearance.speak("en")
    qtbot.waitUntil(lambda: listener.told > 0)
    assert appearance.language == "en"
    assert translate("Unlock", "The desk is locked") == "The desk is locked"


def test_a_catalogue_that_was_not_compiled_is_named_and_the_former_language_stays(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: tmp_path / "missing.qm")
    translations = Translations(qapp)
    with pytest.raises(TranslationMissing) as caught:
        translations.use("es")
    assert caught.value.path == tmp_path / "missing.qm"
    assert translations.language == SOURCE


def test_the_catalogue_lies_where_make_translations_puts_it() -> None:
    assert i18n.catalogue("es").parts[-3:] == ("resources", "i18n", "justice_desk_es.qm")


def test_without_the_catalogue_the_desk_begins_in_english_and_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: tmp_path / "missing.qm")
    appearance = Appearance(qapp, tmp_path / "screen.json")
    assert isinstance(appearance.begin(), TranslationMissing)
    assert appearance.language == SOURCE
    with qtbot.waitSignal(appearance.language_missing):
        appearance.speak("es")


def test_what_was_chosen_is_remembered(qapp: QApplication, appearance: Appearance, tmp_path: Path) -> None:
    appearance.paint(PaletteName.CONTRAST)
    appearance.larger()
    appearance.wait(20)
    appearance.speak("en")
    assert read(tmp_path / "config" / "screen.json") == Preferences("en", PaletteName.CONTRAST, 110, 20)
    appearance.smaller()
    appearance.smaller()
    assert look().percent == 90
    appearance.usual()
    assert look().percent == 100


def test_text_stops_growing_at_the_largest_and_shrinking_at_the_smallest(appearance: Appearance) -> None:
    for _ in range(20):
        appearance.larger()
    assert look().percent == LARGEST
    for _ in range(20):
        appearance.smaller()
    assert look().percent == SMALLEST
