"""The typefaces of documents: Charis SIL, embedded in every file. What it cannot draw is refused, never left blank.

Text is set letter by letter, without ligatures, so that a reader or a search finds "oficina" and "fiscalía" as they
are written. Only letters that Unicode composes of several signs (g̃, G̃) are shaped, and only if the shaping can be read
back.
"""

import functools
import threading
import unicodedata
from collections.abc import Mapping
from typing import cast

import uharfbuzz
from reportlab.lib.abag import ABag
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeFragWord

from justice_desk.foundations.resources import resource

REGULAR = "Charis"
BOLD = "Charis-Bold"
ITALIC = "Charis-Italic"
BOLD_ITALIC = "Charis-BoldItalic"
FACES: Mapping[str, str] = {
    REGULAR: "CharisSIL-Regular.ttf",
    BOLD: "CharisSIL-Bold.ttf",
    ITALIC: "CharisSIL-Italic.ttf",
    BOLD_ITALIC: "CharisSIL-BoldItalic.ttf",
}
PLAIN_SHAPING = {"liga": False, "dlig": False, "clig": False, "kern": False}
"""Marks are placed, nothing is joined: a ligature would be one sign where the text has two letters."""
SPACES = " \u00a0"
INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Unicode's categories of what leaves no ink of its own: controls, directions, private letters, exotic spaces."""
_LOCK = threading.Lock()


def load_fonts() -> None:
    """Make the typefaces known to the engine, once."""
    with _LOCK:
        _load()


@functools.cache
def _load() -> None:
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)


def has_marks(text: str) -> bool:
    """Say whether a text (NFC) still holds combining marks, which must be shaped."""
    return any(unicodedata.combining(sign) for sign in text)


def shaped(text: str, font: str, size: float) -> ShapedStr | str:
    """Return a text with its marks where they belong above and below their letters."""
    word = shapeFragWord([0, (ABag(fontName=font, fontSize=size), text)], features=PLAIN_SHAPING)
    return cast("ShapedStr | str", word[1][1])


def unprintable(text: str) -> str:
    """Return the first sign of a text (NFC) that would not come out as it is written; empty when all would.

    A letter with marks is returned whole, so that whoever reads the refusal finds it.
    """
    load_fonts()
    glyphs = cast("TTFont", pdfmetrics.getFont(REGULAR)).face.charToGlyph
    for sign in text:
        if sign in SPACES:
            continue
        if unicodedata.category(sign) in INVISIBLE or ord(sign) not in glyphs:
            return sign
    return _misread(text) if has_marks(text) else ""


def _misread(text: str) -> str:
    """Return what a reader would find otherwise than written in a text that is shaped: a letter, at most a word."""
    for word in text.split():
        if _read_back(word) != word:
            return next((cluster for cluster in _clusters(word) if _read_back(cluster) != cluster), word)
    return ""


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for sign in text:
        if unicodedata.combining(sign) and clusters:
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


@functools.lru_cache(maxsize=4096)
def _read_back(word: str) -> str:
    """Return what a reader of the document finds where `word` was drawn."""
    font = cast("TTFont", pdfmetrics.getFont(REGULAR))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.hbFont(), buffer, PLAIN_SHAPING)
    known = font.face.glyphToChar  # type: ignore[attr-defined]  # the stubs do not name it
    return "".join(chr(known[glyph.codepoint][0]) if glyph.codepoint in known else "?" for glyph in buffer.glyph_infos)
