"""The sheet with the way back: a code in rows with check signs, or a share of words, and the square of its slot.

It is set like every paper, and is none: it has no number, stands in no register and is never kept. It is printed from
memory, and once more only by making another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from justice_desk.documents.composing import Rule
from justice_desk.documents.fields import Passage
from justice_desk.documents.finishing import Properties, finish
from justice_desk.documents.fonts import BOLD, load_fonts
from justice_desk.documents.pages import Furniture, draw_pages
from justice_desk.documents.rules import PaperSize
from justice_desk.documents.square import MARGIN, modules, runs
from justice_desk.documents.tagging import Element, TaggedCanvas
from justice_desk.documents.typesetting import (
    BODY,
    CODE,
    COMMUNITY,
    HEADING,
    ITEM,
    REFERENCE,
    SMALL,
    TITLE,
    TaggedParagraph,
    write,
)
from justice_desk.vault.rules import Paper

SIDE = 54 * mm
"""The square is large: it holds some hundred bytes, and an old telephone must read it."""
COLUMNS = 4
WARNING = (
    "Quien tiene esta hoja y el almacén de la computadora puede leer todo, también los nombres de las personas "
    "protegidas. Guárdela en un sobre cerrado, lejos de la computadora. No la fotografíe ni la copie en otro aparato."
)
SHARE = (
    "Esta es una de tres hojas. Con una sola no se puede abrir ni saber nada; con dos cualesquiera se abre todo, "
    "también los nombres de las personas protegidas. Cada hoja la guarda otra persona, y una de las tres está fuera de "
    "la comunidad. No la fotografíe ni la copie en otro aparato."
)
HOW = (
    (
        "En la página de entrada elija «Olvidé mi contraseña: usar la hoja de recuperación» y escriba lo que "
        "sigue. El uso de la hoja queda en el diario de actos y se avisa a todas las personas del despacho."
    ),
    "Después de usarla, esta hoja ya no abre: el programa hace una nueva.",
)
SQUARE = (
    "El cuadro guarda lo que el programa necesita, junto con lo escrito en esta hoja, si se pierde el encabezado del "
    "almacén. Sin lo escrito no abre nada."
)


@dataclass(frozen=True)
class SheetFacts:
    """What stands on the sheets: whose desk it is, when they were made, what is typed back, what the square holds."""

    community: str
    desk_code: str
    made_at: datetime
    zone: str
    kind: Paper
    texts: Sequence[str] = field(repr=False)
    square: str = field(repr=False)


def recovery_sheets(facts: SheetFacts, size: PaperSize) -> bytes:
    """Return the sheets as one PDF: one page for the code, one for each share."""
    load_fonts()
    tree = Element("Document")
    flow: list[Flowable] = []
    for number in range(1, len(facts.texts) + 1):
        flow += [PageBreak()] if flow else []
        flow += _sheet(facts, number, tree)
    day = facts.made_at.astimezone(ZoneInfo(facts.zone)).strftime("%d/%m/%Y")
    stamp = f"Hoja de recuperación · despacho {facts.desk_code} · {day} · anula las hojas anteriores"
    furniture = Furniture(facts.community, "Hoja de recuperación", stamp, "SECRETO · EN SOBRE CERRADO", ())
    drawn = draw_pages(flow, size, furniture, None)
    return finish(drawn.pdf, tree, drawn.owners, Properties("Hoja de recuperación", "es", facts.made_at))


def _sheet(facts: SheetFacts, number: int, tree: Element) -> list[Flowable]:
    page = tree.add("Sect")
    text = facts.texts[number - 1]
    title = "HOJA DE RECUPERACIÓN"
    which = f"Despacho {facts.desk_code}"
    if facts.kind is Paper.SHARES:
        which += f" · hoja {number} de {len(facts.texts)}, bastan dos"
    typed: Flowable
    if facts.kind is Paper.CODE:
        heading, typed = "Código: cuatro filas", TypedText(_rows(text), 1, page)
    else:
        heading, typed = "Palabras, en este orden", TypedText(_words(text), COLUMNS, page)
    return [
        TaggedParagraph.of(Passage(facts.community), COMMUNITY, page),
        Rule(),
        TaggedParagraph.of(Passage(title), TITLE, page, "H1"),
        TaggedParagraph.of(Passage(which), REFERENCE, page),
        TaggedParagraph.of(Passage(WARNING if facts.kind is Paper.CODE else SHARE), BODY, page, lead="Cuidado."),
        TaggedParagraph.of(Passage("Cómo se usa"), HEADING, page, "H2"),
        *(TaggedParagraph.of(Passage(words), ITEM, page) for words in HOW),
        TaggedParagraph.of(Passage(heading), HEADING, page, "H2"),
        typed,
        TaggedParagraph.of(Passage("Cuadro del almacén"), HEADING, page, "H2"),
        TaggedParagraph.of(Passage(SQUARE), SMALL, page),
        SlotSquare(facts.square, page),
    ]


def _rows(code: str) -> list[str]:
    return [f"{place}.   {row}" for place, row in enumerate(code.splitlines(), start=1)]


def _words(share: str) -> list[str]:
    return [f"{place}. {word}" for place, word in enumerate(share.split(), start=1)]


class TypedText(Flowable):
    """What is typed back, in large letters: rows below each other, or words in columns."""

    canv: TaggedCanvas

    def __init__(self, lines: Sequence[str], columns: int, parent: Element) -> None:
        super().__init__()
        self._lines, self._columns = lines, columns
        self._size = 17.0 if columns == 1 else CODE.fontSize
        self._leading = self._size * 1.55
        self._element = parent.add("P")

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return its size."""
        self.width = available_width
        self.height = -(-len(self._lines) // self._columns) * self._leading + 6
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines, column by column."""
        high = -(-len(self._lines) // self._columns)
        with self.canv.tagged(self._element):
            for place, line in enumerate(self._lines):
                column, row = divmod(place, high)
                at = (column * self.width / self._columns + 8, self.height - (row + 1) * self._leading + 4)
                write(self.canv, at, f"{line} ", BOLD, self._size)


class SlotSquare(Flowable):
    """A code square (QR) as one path."""

    canv: TaggedCanvas

    def __init__(self, text: str, parent: Element) -> None:
        super().__init__()
        self._rows = modules(text)
        self._element = parent.add("Figure", alternative="Código QR con la ranura de recuperación del almacén")

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return its size."""
        return SIDE, SIDE

    def draw(self) -> None:
        """Draw the dark modules, with the quiet margin around them."""
        size = len(self._rows) + 2 * MARGIN
        path = " ".join(
            f"{start + MARGIN} {size - MARGIN - 1 - number} {length} 1 re"
            for number, row in enumerate(self._rows)
            for start, length in runs(row)
        )
        canvas = self.canv
        canvas.saveState()
        with canvas.tagged(self._element):
            canvas.scale(SIDE / size, SIDE / size)
            canvas.addLiteral(f"0 0 0 rg {path} f")
        canvas.restoreState()
