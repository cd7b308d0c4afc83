"""Looking for what must not be there: canaries in files, words of another country, names in what is not closed."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

BOLIVIAN = ("declinatoria", "jurisdicción", "competencia")
"""What is said in Bolivia and not in Guatemala."""


def text_of(pdf: bytes) -> str:
    """Return the text of a paper."""
    document, raw = QPdfDocument(), QByteArray(pdf)
    device = QBuffer(raw)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(device)
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def bolivian(texts: Iterable[str]) -> list[str]:
    """Return the texts in which a word of Bolivia stands."""
    return [text for text in texts if any(word in text.casefold() for word in BOLIVIAN)]


def spellings(canary: str) -> list[bytes]:
    """Return every way in which a text may lie in a file."""
    forms = {unicodedata.normalize(form, canary) for form in ("NFC", "NFD")}
    forms |= {json.dumps(form)[1:-1] for form in forms}
    return [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le", "utf-16-be")]


def files_in(folder: Path) -> list[Path]:
    """Return every file of a folder, however deep."""
    return [path for path in folder.rglob("*") if path.is_file()]


def in_the_clear(paths: Iterable[Path], canaries: Iterable[str]) -> list[tuple[str, str]]:
    """Return which canary can be read in which file."""
    sought = [(canary, spellings(canary)) for canary in canaries]
    contents = [(path.name, path.read_bytes()) for path in paths]
    return [
        (name, canary)
        for name, content in contents
        for canary, forms in sought
        if any(form in content for form in forms)
    ]
