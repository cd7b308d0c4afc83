"""The page around the text: margins, running head, stamp, page numbers, marks. All of it is tagged as furniture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from justice_desk.documents.fonts import BOLD, REGULAR
from justice_desk.documents.rules import PaperSize
from justice_desk.documents.square import define_square
from justice_desk.documents.tagging import PAGINATION, WATERMARK, Element, TaggedCanvas
from justice_desk.documents.typesetting import HAIR, SOFT, Anchor, write

LEFT, RIGHT, TOP, BOTTOM = 28 * mm, 20 * mm, 21 * mm, 22 * mm
"""The left margin leaves room to sew the sheets into a file."""
STAMP = 7.4
MARK_GRAY = 0.9
"""Of a mark across the page: seen at a glance, and the text over it stays legible on a poor copier."""


@dataclass(frozen=True)
class Furniture:
    """What stands on every page beside the text."""

    community: str
    title: str
    stamp: str
    classification: str
    marks: Sequence[str]


@dataclass(frozen=True)
class Drawn:
    """A drawn paper before the last pass: bytes, how many pages, and which part owns which ink, page by page."""

    pdf: bytes
    pages: int
    owners: list[list[Element]]


class PaperCanvas(TaggedCanvas):
    """The canvas of one paper: when all pages are drawn, it defines what hangs on how many there are."""

    size: tuple[float, float]
    square: Callable[[int], str] | None
    pages: int

    def save(self) -> None:
        """Define the page numbers and the code square, then close the file."""
        self.pages = self.getPageNumber() - 1
        for page in range(1, self.pages + 1):
            self.beginForm(_folio(page), 0, 0, *self.size)
            self.setFillColor(SOFT)
            place = (self.size[0] - RIGHT, 10.6 * mm)
            write(self, place, f"Página {page} de {self.pages}", REGULAR, STAMP + 0.6, Anchor.RIGHT)
            self.endForm()
        if self.square is not None:
            define_square(self, self.square(self.pages))
        super().save()


def dimensions(size: PaperSize) -> tuple[float, float]:
    """Return width and height of a page, in points."""
    width, height = size.millimetres
    return width * mm, height * mm


def room(size: PaperSize) -> tuple[float, float]:
    """Return the width and height that a page offers to the text, in points."""
    width, height = dimensions(size)
    return width - LEFT - RIGHT, height - TOP - BOTTOM


def draw_pages(
    flow: Sequence[Flowable], size: PaperSize, furniture: Furniture, square: Callable[[int], str] | None
) -> Drawn:
    """Draw a paper, page by page; `square` gives the text of the code square once the number of pages is known."""
    whole, text = dimensions(size), room(size)
    made: list[PaperCanvas] = []

    def canvas_of(file: str | IO[bytes], /, **how: Any) -> PaperCanvas:  # noqa: ANN401 - what the engine passes on
        canvas = PaperCanvas(file, **how)
        canvas.size, canvas.square = whole, square
        made.append(canvas)
        return canvas

    file = BytesIO()
    document = BaseDocTemplate(file, pagesize=whole, invariant=1, initialFontName=REGULAR)
    frame = Frame(LEFT, BOTTOM, *text, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates(
        PageTemplate(frames=[frame], onPage=lambda _canvas, _document: _furnish(made[0], furniture), pagesize=whole)
    )
    document.build(list(flow), canvasmaker=canvas_of)
    return Drawn(file.getvalue(), made[0].pages, made[0].owners)


def draw_marks(canvas: TaggedCanvas, size: tuple[float, float], texts: Sequence[str]) -> None:
    """Draw marks across a page, one below the other, pale enough to be read through.

    They stand once more in dark letters in the upper margin: the pale ones do not survive every copier.
    """
    width, height = size
    widest = max(stringWidth(text, BOLD, 1) for text in texts)
    points = min(92.0, 0.78 * (width**2 + height**2) ** 0.5 / widest)
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52)
    canvas.setFillColorRGB(MARK_GRAY, MARK_GRAY, MARK_GRAY)
    for place, text in enumerate(texts):
        write(canvas, (0, ((len(texts) - 1) / 2 - place) * points - points * 0.36), text, BOLD, points, Anchor.CENTRE)
    canvas.restoreState()
    canvas.setFillColor(SOFT)
    write(canvas, (width / 2, height - 11.5 * mm), " · ".join(texts), BOLD, 9, Anchor.CENTRE)


def _furnish(canvas: PaperCanvas, furniture: Furniture) -> None:
    width, height = canvas.size
    page = canvas.getPageNumber()
    canvas.saveState()
    if furniture.marks:
        with canvas.artifact(WATERMARK):
            draw_marks(canvas, canvas.size, furniture.marks)
    with canvas.artifact(PAGINATION):
        canvas.setFillColor(SOFT)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.4)
        write(canvas, (width - RIGHT, height - 15.5 * mm), "Fs. ________", REGULAR, 8, Anchor.RIGHT)
        if page > 1:
            head = _cut_to(f"{furniture.title} · {furniture.community}", width - LEFT - RIGHT - 60)
            write(canvas, (LEFT, height - 15.5 * mm), head, REGULAR, STAMP + 0.6)
            canvas.line(LEFT, height - 17 * mm, width - RIGHT, height - 17 * mm)
        canvas.line(LEFT, 18 * mm, width - RIGHT, 18 * mm)
        points = min(STAMP, (width - LEFT - RIGHT) / stringWidth(furniture.stamp, REGULAR, 1))
        write(canvas, (LEFT, 14.6 * mm), furniture.stamp, REGULAR, points)
        if furniture.classification:
            write(canvas, (LEFT, 10.6 * mm), furniture.classification, BOLD, STAMP + 0.6)
        canvas.doForm(_folio(page))
    canvas.restoreState()


def _cut_to(text: str, width: float) -> str:
    """Return a running head that fits: what is cut stands whole on the first page."""
    if stringWidth(text, REGULAR, STAMP + 0.6) <= width:
        return text
    kept = text
    while kept and stringWidth(f"{kept}…", REGULAR, STAMP + 0.6) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _folio(page: int) -> str:
    return f"folio{page}"
