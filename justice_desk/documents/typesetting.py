"""Setting text: lines that can be read back, paragraphs that carry their tags, and the styles of formal papers."""

import copy
from enum import IntEnum
from typing import cast
from xml.sax.saxutils import escape

from reportlab.lib.abag import ABag
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph

from justice_desk.documents.fields import Passage
from justice_desk.documents.fonts import BOLD, ITALIC, REGULAR, has_marks, shaped
from justice_desk.documents.tagging import PAGINATION, Element, TaggedCanvas

INK = Color(0, 0, 0)
SOFT = Color(0.36, 0.36, 0.36)
"""For what accompanies the text: still seven to one against paper (WCAG 2.2, 1.4.6)."""
HAIR = Color(0.62, 0.62, 0.62)
SIZE = 11.0
LEADING = 14.9


def _style(
    name: str, font: str = REGULAR, size: float = SIZE, leading: float = LEADING, **changes: object
) -> ParagraphStyle:
    style = ParagraphStyle(name, fontName=font, bulletFontName=font, fontSize=size, leading=leading, textColor=INK)
    style.splitLongWords = 1
    style.allowWidows = 0
    style.allowOrphans = 0
    for attribute, value in changes.items():
        setattr(style, attribute, value)
    return style


HIERARCHY = _style("hierarchy", size=8.6, leading=11.4, alignment=TA_CENTER, textColor=SOFT)
COMMUNITY = _style("community", BOLD, 15, 19.5, alignment=TA_CENTER)
MUNICIPALITY = _style("municipality", size=10, leading=13.5, alignment=TA_CENTER, textColor=SOFT)
TITLE = _style("title", BOLD, 13.2, 17.5, alignment=TA_CENTER, spaceBefore=15)
NUMBER = _style("number", BOLD, 11.5, 15.5, alignment=TA_CENTER, spaceBefore=2)
REFERENCE = _style("reference", size=9.5, leading=13, alignment=TA_CENTER, textColor=SOFT, spaceAfter=12)
HEADING = _style("heading", BOLD, 10.2, 14.2, spaceBefore=9, spaceAfter=3, keepWithNext=0)
BODY = _style("body", alignment=TA_JUSTIFY, spaceAfter=6)
RIGHT = _style("right", alignment=TA_RIGHT, spaceAfter=10)
ADDRESS = _style("address", alignment=TA_LEFT, leading=14.2, spaceAfter=0)
SUBJECT = _style("subject", alignment=TA_LEFT, leftIndent=150, spaceBefore=10, spaceAfter=10)
POINT = _style("point", alignment=TA_JUSTIFY, spaceAfter=5)
ITEM = _style("item", alignment=TA_JUSTIFY, leftIndent=20, spaceAfter=3)
CELL = _style("cell", size=9.6, leading=13, alignment=TA_LEFT)
CELL_HEAD = _style("cell_head", BOLD, 8.6, 11.6, alignment=TA_LEFT)
TERM = _style("term", ITALIC, 10.4, 13.8, alignment=TA_LEFT)
MEANING = _style("meaning", size=10.4, leading=13.8, alignment=TA_LEFT)
CAPTION = _style("caption", BOLD, 12, 16, alignment=TA_LEFT, spaceBefore=10, spaceAfter=3)
SIGNER = _style("signer", BOLD, 9.6, 12.4, alignment=TA_CENTER)
NAMED = _style("named", BOLD, 9.6, 12.8, alignment=TA_LEFT)
OFFICE = _style("office", size=9.2, leading=11.8, alignment=TA_CENTER)
SMALL = _style("small", size=8, leading=10.6, alignment=TA_LEFT, textColor=SOFT)
SMALL_HEAD = _style("small_head", BOLD, 8, 10.6, alignment=TA_LEFT)
CODE = _style("code", BOLD, 12.5, 16.5, alignment=TA_LEFT)


WIDEST_SPACE = SIZE / 2
"""How much wider than usual a space may become, in points."""


class Anchor(IntEnum):
    """Which point of a line stands at the place given."""

    LEFT = TA_LEFT
    CENTRE = TA_CENTER
    RIGHT = TA_RIGHT


class ReadableText(PDFTextObject):
    """Text whose lines end with a space, so that words at a line's end stay apart, and whose marks are shaped."""

    _fontname: str
    _fontsize: float

    def setWordSpace(self, wordSpace: float) -> None:  # noqa: N802, N803 - the engine's names
        """Widen the spaces of a line to fill it; a line that would gape is left ragged."""
        super().setWordSpace(wordSpace if wordSpace <= WIDEST_SPACE else 0)

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - the engine's names
        line = f"{text} " if TStar else text
        if has_marks(line):
            line = shaped(line, self._fontname, self._fontsize)
        super()._textOut(line, TStar)  # type: ignore[misc]  # the stubs do not name it


def write(
    canvas: TaggedCanvas, at: tuple[float, float], text: str, font: str, size: float, anchor: Anchor = Anchor.LEFT
) -> None:
    """Draw one line of text at a place, inside whatever marked content is open."""
    width = stringWidth(text, font, size)
    x = at[0] - {Anchor.LEFT: 0.0, Anchor.CENTRE: width / 2, Anchor.RIGHT: width}[anchor]
    line = ReadableText(canvas, x, at[1])
    line.setFont(font, size)
    line._textOut(text)  # noqa: SLF001 - the engine's one way to draw without moving
    canvas.drawText(line)


class TaggedParagraph(Paragraph):
    """A paragraph of the structure tree: both halves of one that is split belong to the same part.

    `label` ("PRIMERO.–", "1.") is drawn before the first line and is a part of its own.
    """

    canv: TaggedCanvas
    blPara: ABag  # noqa: N815 - the engine's name
    element: Element | None = None
    label: str = ""
    label_font: str = REGULAR
    label_element: Element | None = None

    @classmethod
    def of(
        cls, passage: Passage, style: ParagraphStyle, parent: Element | None, role: str = "P", lead: str = ""
    ) -> "TaggedParagraph":
        """Return a paragraph inside `parent` (None: furniture of the page); `lead` is set in bold before the text.

        Whatever the text holds is text: nothing in it is read as markup.
        """
        opening = f'<font name="{BOLD}">{escape(lead)}</font> ' if lead else ""
        made = cls(f"{opening}{escape(passage.text)}", style)
        made.element = None if parent is None else parent.add(role, language=passage.language)
        return made

    def labelled(self, label: str, element: Element, *, run_in: bool) -> "TaggedParagraph":
        """Return this paragraph with a label: in the line (`run_in`) or in the margin that the style leaves."""
        self.label, self.label_element = label, element
        if run_in:
            self.label_font = BOLD
            self.style = copy.copy(self.style)
            self.style.firstLineIndent = stringWidth(f"{label} ", BOLD, self.style.fontSize) + 2
        return self

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - the engine's names
        """Return both halves, each with the tags of the whole; empty if no line of it finds room."""
        return list(self.halves(availWidth, availHeight))

    def halves(self, width: float, height: float) -> "list[TaggedParagraph]":
        """Return the lines that find room and the others, as paragraphs of the same part."""
        halves = cast("list[TaggedParagraph]", super().split(width, height))
        for half in halves:
            half.element = self.element
        for half in halves[:1]:
            half.label, half.label_font, half.label_element = self.label, self.label_font, self.label_element
        return halves

    def beginText(self, x: float, y: float) -> ReadableText:  # noqa: N802 - the engine's name
        """Return what the lines are drawn with."""
        return ReadableText(self.canv, x, y)

    def draw(self) -> None:
        """Draw label and text, each in its own marked content."""
        canvas = self.canv
        if self.label and self.label_element is not None:
            size = self.style.fontSize
            with canvas.tagged(self.label_element):
                write(canvas, (0, self.height - size), f"{self.label} ", self.label_font, size)
        with canvas.artifact(PAGINATION) if self.element is None else canvas.tagged(self.element):
            super().draw()

    @property
    def lines(self) -> int:
        """How many lines it has, once it was wrapped."""
        return len(self.blPara.lines)
