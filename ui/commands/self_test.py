"""Whether everything that the program needs came with it: libraries, profiles, templates, typefaces, texts, a store."""

import importlib
import tempfile
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import found
from justice_desk.documents.fonts import load_fonts
from justice_desk.documents.rules import Kind
from justice_desk.documents.templates import load_template
from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.errors import DeskError
from justice_desk.jurisdictions.loading import countries, load_profile
from ui.commands.codes import DAMAGED, DONE
from ui.commands.story import Story
from ui.i18n import DEFAULT, TranslationMissing, catalogue, translate
from ui.icons import names, renderer
from ui.sentences import sentence

WINDOW = ("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport")


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
        translate("Commands", "The parts of the window"): lambda: [importlib.import_module(name) for name in WINDOW],
        translate("Commands", "An encrypted store"): _store,
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


def _store() -> None:
    with tempfile.TemporaryDirectory(prefix="justice-desk-") as folder:
        founding = Story(countries()[0]).founding(made_passphrase(), system_clock())
        found(Path(folder) / "store", founding, system_clock).abandon()
