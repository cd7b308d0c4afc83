"""Tables that flow over pages: the head is repeated, a row higher than a page is split, rules are artifacts."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from justice_desk.documents.fields import Passage, Prose
from justice_desk.documents.filling import Grid, Pairs
from justice_desk.documents.fonts import REGULAR
from justice_desk.documents.tagging import LAYOUT, Element
from justice_desk.documents.typesetting import CELL, CELL_HEAD, HAIR, INK, MEANING, TERM, TaggedParagraph

NOTHING = (Passage("—"),)
"""What an empty cell shows: that nothing was left out by mistake."""
TERM_SHARE = 0.34

_COMMON = (
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.6),
)
_GRID = TableStyle(
    [
        *_COMMON,
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, INK),
        ("LINEBELOW", (0, 1), (-1, -2), 0.3, HAIR),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
    ]
)
_PAIRS = TableStyle(
    [
        *_COMMON,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, HAIR),
    ]
)


def grid(part: Grid, width: float, parent: Element) -> Flowable:
    """Return a table with a head."""
    table = parent.add("Table")
    head = table.add("TR")
    cells: list[list[list[TaggedParagraph]]] = [
        [_cell((Passage(title),), head.add("TH", scope="Column", once=True), CELL_HEAD) for title in part.titles]
    ]
    for row in part.rows:
        line = table.add("TR")
        cells.append([_cell(cell, line.add("TD"), CELL) for cell in row])
    whole = sum(part.shares)
    return _table(cells, [width * share / whole for share in part.shares], _GRID, heads=1)


def pairs(part: Pairs, width: float, parent: Element) -> Flowable:
    """Return terms and their meanings, one line each."""
    table = parent.add("Table")
    cells = []
    for term, meaning in part.lines:
        line = table.add("TR")
        cells.append(
            [
                _cell((Passage(term),), line.add("TH", scope="Row"), TERM),
                _cell(meaning, line.add("TD"), MEANING),
            ]
        )
    return _table(cells, [width * TERM_SHARE, width * (1 - TERM_SHARE)], _PAIRS, heads=0)


def _cell(prose: Prose, element: Element, style: ParagraphStyle) -> list[TaggedParagraph]:
    return [TaggedParagraph.of(passage, style, element) for passage in prose or NOTHING]


def _table(cells: list[list[list[TaggedParagraph]]], widths: list[float], style: TableStyle, heads: int) -> Flowable:
    return Table(
        cells,
        colWidths=widths,
        style=style,
        repeatRows=heads,
        splitInRow=1,
        renderCB=_rules_apart,  # type: ignore[arg-type]  # any callable does
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=9,
    )


def _rules_apart(table: Table, moment: str, *_where: object) -> None:
    if moment in {"startBG", "startLines"}:
        table.canv.addLiteral(LAYOUT)
    elif moment in {"endBG", "endLines"}:
        table.canv.addLiteral("EMC")
