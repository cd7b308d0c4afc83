"""The means to check a paper: a code square (QR) drawn as one path, the short code, the hash of the content."""

from collections.abc import Sequence

import segno
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from justice_desk.documents.fields import Passage, Prose
from justice_desk.documents.setting import Issued
from justice_desk.documents.tagging import Element, TaggedCanvas
from justice_desk.documents.typesetting import CODE, HAIR, SMALL, SMALL_HEAD, TaggedParagraph

MARGIN = 4
"""Quiet modules around a QR code (ISO/IEC 18004 §9.1)."""
SIDE = 34 * mm
SQUARE_FORM = "square"
"""The name under which the square is drawn before it is known: the number of pages, which it holds, comes last."""
_BESIDE = 3 * mm
_PADDING = 2 * mm


def modules(text: str) -> list[list[bool]]:
    """Return the dark modules of a QR code of level M (it bears 15 per cent of loss), row by row, without margin."""
    code = segno.make_qr(text, error="m", boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


def define_square(canvas: TaggedCanvas, text: str) -> None:
    """Define what `VerificationBlock` shows: the code of `text` in a square of `SIDE`, quiet margin included."""
    rows = modules(text)
    size = len(rows) + 2 * MARGIN
    path = [
        f"{start + MARGIN} {size - MARGIN - 1 - number} {length} 1 re"
        for number, row in enumerate(rows)
        for start, length in runs(row)
    ]
    canvas.beginForm(SQUARE_FORM, 0, 0, SIDE, SIDE)
    canvas.scale(SIDE / size, SIDE / size)
    canvas.addLiteral(f"0 0 0 rg {' '.join(path)} f")
    canvas.endForm()


def runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where dark modules follow each other in a row: first place and how many."""
    runs: list[tuple[int, int]] = []
    start = -1
    for place, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            runs.append((start, place - start))
            start = -1
    return runs


class VerificationBlock(Flowable):
    """A framed block: the square on the left, the code and how to check the paper on the right."""

    canv: TaggedCanvas

    def __init__(self, text: Prose, issued: Issued | None, width: float, parent: Element) -> None:
        super().__init__()
        self.width = width
        block = parent.add("Div")
        self.square = None
        if issued is not None:
            self.square = block.add("Figure", alternative=f"Código QR de comprobación de {issued.number.text}")
        words = [TaggedParagraph.of(Passage("Comprobación del documento"), SMALL_HEAD, block)]
        if issued is not None:
            words.append(TaggedParagraph.of(Passage(issued.code), CODE, block))
        words += [TaggedParagraph.of(passage, SMALL, block) for passage in text]
        if issued is not None:
            digest = issued.content.hex()
            groups = " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
            words.append(TaggedParagraph.of(Passage(f"Huella SHA-256 del contenido: {groups}"), SMALL, block))
        self.words = words
        self.indent = _PADDING + (0 if self.square is None else SIDE + _BESIDE)
        inner = sum(word.wrap(width - self.indent - _PADDING, 0)[1] for word in words)
        self.height = max(inner, 0 if self.square is None else SIDE) + 2 * _PADDING

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw frame, square and words."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(HAIR)
            canvas.setLineWidth(0.5)
            canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        if self.square is not None:
            canvas.saveState()
            canvas.translate(_PADDING, self.height - _PADDING - SIDE)
            with canvas.tagged(self.square):
                canvas.doForm(SQUARE_FORM)
            canvas.restoreState()
        y = self.height - _PADDING
        for word in self.words:
            y -= word.height
            word.drawOn(canvas, self.indent, y)
