"""From what a paper says to what is laid out: flowables in reading order, each with its place in the structure tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from justice_desk.documents.closing import LINES_TOGETHER, Closing
from justice_desk.documents.fields import CASE_NUMBER, Passage
from justice_desk.documents.filling import (
    Classification,
    Filled,
    Grid,
    Heading,
    Letterhead,
    Numbered,
    Pairs,
    Part,
    Records,
    Signatures,
    Text,
    Title,
    Verification,
)
from justice_desk.documents.setting import PaperSetting
from justice_desk.documents.signing_places import SigningRow, signing_rows
from justice_desk.documents.square import VerificationBlock
from justice_desk.documents.tables import grid, pairs
from justice_desk.documents.tagging import Element, TaggedCanvas
from justice_desk.documents.templates import TextStyle
from justice_desk.documents.typesetting import (
    ADDRESS,
    BODY,
    CAPTION,
    COMMUNITY,
    HEADING,
    HIERARCHY,
    INK,
    ITEM,
    MUNICIPALITY,
    NUMBER,
    POINT,
    REFERENCE,
    RIGHT,
    SUBJECT,
    TITLE,
    TaggedParagraph,
)

BEGUN = 74.0
"""A section begins on a page only where its heading and two or three lines find room."""
_STYLES = {TextStyle.BODY: BODY, TextStyle.RIGHT: RIGHT, TextStyle.ADDRESS: ADDRESS, TextStyle.REFERENCE: SUBJECT}


@dataclass(frozen=True)
class Room:
    """What a page offers to the text, in points."""

    width: float
    height: float


@dataclass
class Composed:
    """A laid-out paper: what flows, the tree of what it says, its title, its class of confidentiality."""

    tree: Element
    flow: list[Flowable] = field(default_factory=list)
    title: str = ""
    classification: str = ""


class Rule(Flowable):
    """The thick and the thin line under a letterhead."""

    canv: TaggedCanvas

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return its size."""
        self.width, self.height = available_width, 9.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw both lines."""
        with self.canv.artifact():
            self.canv.setStrokeColor(INK)
            for y, weight in ((2.6, 1.4), (0.0, 0.4)):
                self.canv.setLineWidth(weight)
                self.canv.line(0, y, self.width, y)


class Composer:
    """Lays out the parts of one paper, one after the other."""

    def __init__(self, filled: Filled, setting: PaperSetting, room: Room) -> None:
        self._filled = filled
        self._setting = setting
        self._room = room
        self._made = Composed(Element("Document"))
        self._closing: list[TaggedParagraph] = []
        self._rows: list[SigningRow] = []

    def compose(self, parts: Sequence[Part]) -> Composed:
        """Return the paper that these parts make. A draft that cannot tell its title yet has its template's."""
        titled = any(isinstance(part, Title) for part in parts)
        head = 0 if titled or not isinstance(parts[0], Letterhead) else 1
        title = [] if titled else [Title(self._filled.template.title)]
        for part in [*parts[:head], *title, *parts[head:]]:
            self._compose(part)
        self._close(None)
        return self._made

    def _compose(self, part: Part) -> None:
        match part:
            case Letterhead():
                self._letterhead(part)
            case Classification():
                self._made.classification = part.text
            case Grid() | Pairs() | Records():
                self._tabular(part)
            case Signatures():
                self._signing(part)
            case Verification():
                self._close(VerificationBlock(part.text, self._setting.issued, self._room.width, self._made.tree))
            case _:
                self._words(part)

    def _words(self, part: Title | Heading | Text | Numbered) -> None:
        match part:
            case Title():
                self._title(part)
            case Heading():
                self._heading(part.text, HEADING)
            case Text():
                self._text(part)
            case _:
                self._numbered(part)

    def _tabular(self, part: Grid | Pairs | Records) -> None:
        match part:
            case Grid():
                self._add(grid(part, self._room.width, self._made.tree))
            case Pairs():
                self._add(pairs(part, self._room.width, self._made.tree))
            case _:
                for caption, lines in part.sheets:
                    self._heading(caption, CAPTION)
                    self._add(pairs(lines, self._room.width, self._made.tree))

    def _letterhead(self, part: Letterhead) -> None:
        head = self._made.tree.add("Div")
        for line in part.hierarchy:
            self._add(TaggedParagraph.of(Passage(line), HIERARCHY, head))
        self._add(TaggedParagraph.of(Passage(part.community), COMMUNITY, head))
        self._add(TaggedParagraph.of(Passage(part.municipality), MUNICIPALITY, head))
        self._add(Rule())

    def _title(self, part: Title) -> None:
        self._made.title = part.text
        self._add(TaggedParagraph.of(Passage(part.text), TITLE, self._made.tree, "H1"))
        issued, case = self._setting.issued, self._filled.fields.get(CASE_NUMBER)
        number = "Borrador sin número" if issued is None else f"N.º {issued.number.short}"
        self._add(TaggedParagraph.of(Passage(number), NUMBER, self._made.tree))
        reference = f"Caso {case}" if case else "Caso sin número"
        self._add(TaggedParagraph.of(Passage(reference), REFERENCE, self._made.tree))

    def _heading(self, text: str, style: ParagraphStyle) -> None:
        self._add(CondPageBreak(BEGUN))
        self._add(TaggedParagraph.of(Passage(text), style, self._made.tree, "H2"))

    def _text(self, part: Text) -> None:
        style = _STYLES[part.style]
        for place, passage in enumerate(part.passages):
            lead = "" if place else part.label
            self._add(TaggedParagraph.of(passage, style, self._made.tree, lead=lead))

    def _numbered(self, part: Numbered) -> None:
        listed = self._made.tree.add("L")
        for label, prose in part.points:
            item = listed.add("LI")
            sign, body = item.add("Lbl"), item.add("LBody")
            style = POINT if part.run_in else ITEM
            first, *others = [TaggedParagraph.of(passage, style, body) for passage in prose]
            self._add(first.labelled(label, sign, run_in=part.run_in))
            for paragraph in others:
                self._add(paragraph)

    def _signing(self, part: Signatures) -> None:
        words = [TaggedParagraph.of(passage, BODY, self._made.tree) for passage in part.text]
        rows = signing_rows(part.signers, self._room.width, self._made.tree)
        self._closing += words
        self._rows += rows

    def _close(self, verification: VerificationBlock | None) -> None:
        """Lay out the end: the signatures with at least two lines of the text before them."""
        if self._rows:
            text = self._last_words()
            self._add(Closing(text, self._rows, verification, self._again, self._room.height))
        else:
            self._made.flow += [*self._closing, *([] if verification is None else [verification])]
        self._closing, self._rows = [], []

    def _last_words(self) -> list[TaggedParagraph]:
        """Return the closing text, and of what stands before it as many paragraphs as two lines need."""
        text, flow = list(self._closing), self._made.flow
        for paragraph in text:
            paragraph.wrap(*self._size)
        while sum(paragraph.lines for paragraph in text) < LINES_TOGETHER:
            before = flow[-1]
            if not isinstance(before, TaggedParagraph):
                break
            before.wrap(*self._size)
            text.insert(0, before)
            flow.pop()
        return text

    @property
    def _size(self) -> tuple[float, float]:
        return self._room.width, self._room.height

    def _again(self) -> TaggedParagraph:
        """Say on a further page of signatures what is being signed: furniture of the page, no part of the text."""
        issued = self._setting.issued
        number = "de este borrador" if issued is None else f"del documento {issued.number.text}, código {issued.code}"
        case = self._filled.fields.get(CASE_NUMBER, "")
        text = (
            f"Continúan las firmas {number}, caso {case}, que consta en las hojas que anteceden; "
            "quienes firman en esta hoja suscriben el documento completo."
        )
        return TaggedParagraph.of(Passage(text), BODY, None)

    def _add(self, flowable: Flowable) -> None:
        self._made.flow.append(flowable)
