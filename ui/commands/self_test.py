"""Whether everything that the program needs came with it: libraries, profiles, templates, typefaces, texts, a store.

Whoever installs a frozen program asks this first: it tries what a package can lack.
"""

import importlib
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QLibraryInfo, QPluginLoader

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import FoundingDesk, found
from justice_desk.documents.fonts import load_fonts
from justice_desk.documents.rules import Kind
from justice_desk.documents.templates import load_template
from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.errors import DeskError
from justice_desk.jurisdictions.loading import countries, load_profile
from ui.commands.codes import DAMAGED, DONE
from ui.commands.story import Story, protect, register
from ui.i18n import DEFAULT, TranslationMissing, catalogue, qt_words, translate
from ui.icons import names, renderer
from ui.sentences import sentence

WINDOW = ("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport")
PLUGINS = {
    "linux": (
        "platforms/libqxcb.so",
        "platforms/libqoffscreen.so",
        "imageformats/libqjpeg.so",
        "imageformats/libqsvg.so",
        "iconengines/libqsvgicon.so",
        "printsupport/libcupsprintersupport.so",
    ),
    "win32": (
        "platforms/qwindows.dll",
        "platforms/qoffscreen.dll",
        "imageformats/qjpeg.dll",
        "imageformats/qsvg.dll",
        "iconengines/qsvgicon.dll",
    ),
}
"""What Qt loads by file when it is wanted: the screen, pictures, icons, the printer. By the name of the system."""
KEYRINGS = "keyring.backends"


def run(_given: Namespace) -> int:
    """Try every part, tell of each, and give 1 if one is missing or broken."""
    faults = 0
    for name, attempt in _parts().items():
        try:
            attempt()
        except (DeskError, ImportError, OSError, ValueError) as fault:
            faults += 1
            reason = sentence(fault) if isinstance(fault, DeskError) else type(fault).__name__
            print(f"✗ {name}: {reason}")
        else:
            print(f"✓ {name}")
    return DAMAGED if faults else DONE


def _parts() -> Mapping[str, Callable[[], object]]:
    return {
        translate("Commands", "Country profiles"): lambda: [load_profile(country) for country in countries()],
        translate("Commands", "Templates of papers"): _templates,
        translate("Commands", "Typefaces"): load_fonts,
        translate("Commands", "Icons"): _icons,
        translate("Commands", "Translations"): _translations,
        translate("Commands", "The parts of the window"): _window,
        translate("Commands", "The system's places for keys"): _keyrings,
        translate("Commands", "An encrypted store"): _store,
        translate("Commands", "A paper as PDF"): _paper,
    }


def _templates() -> None:
    for country in countries():
        for kind in Kind:
            load_template(country, kind)


def _icons() -> None:
    for name in names():
        if not renderer(name, "#000000").isValid():
            raise ValueError(name)


def _translations() -> None:
    if not catalogue(DEFAULT).exists():
        raise TranslationMissing(catalogue(DEFAULT))
    if qt_words(DEFAULT).isEmpty():
        raise ValueError(DEFAULT)


def _window() -> None:
    for name in WINDOW:
        importlib.import_module(name)
    for name in PLUGINS.get(sys.platform, ()):
        place = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / name
        if not QPluginLoader(str(place)).load():
            raise ImportError(name)


def _keyrings() -> None:
    backends = [entry.load() for entry in entry_points(group=KEYRINGS)]
    if not backends:
        raise ImportError(KEYRINGS)


def _store() -> None:
    with tempfile.TemporaryDirectory(prefix="justice-desk-") as folder:
        _founded(Story(countries()[0]), Path(folder)).abandon()


def _paper() -> None:
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - a part that may be missing

    story = Story(countries()[0])
    with tempfile.TemporaryDirectory(prefix="justice-desk-") as folder:
        desk = _founded(story, Path(folder)).take_place()
        try:
            case = register(desk, story, system_clock)
            drawn = desk.documents.preview_acta(case, protect(desk, story, case, system_clock).id)
        finally:
            desk.close()
    reader, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(drawn))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader.load(buffer)
    if reader.pageCount() < 1:
        raise ValueError(reader.status().name)


def _founded(story: Story, folder: Path) -> FoundingDesk:
    return found(folder / "store", story.founding(made_passphrase(), system_clock()), system_clock)
