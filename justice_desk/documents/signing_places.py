"""Where people sign: a line and a seal for each office, a box for a fingerprint, lines for those who witness it."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from justice_desk.documents.fields import Passage
from justice_desk.documents.filling import BLANK
from justice_desk.documents.fonts import REGULAR
from justice_desk.documents.rules import Signer
from justice_desk.documents.tagging import Element, TaggedCanvas
from justice_desk.documents.typesetting import (
    CELL,
    HAIR,
    INK,
    NAMED,
    OFFICE,
    SIGNER,
    SMALL,
    SOFT,
    Anchor,
    TaggedParagraph,
    write,
)
from justice_desk.hearings.rules import WITNESSED, WITNESSES, Signing

GAP = 8 * mm
SEAL = 21 * mm
SIGNING_SPACE = 17 * mm
BOX = (25 * mm, 31 * mm)
WITNESS_SPACE = 13.5 * mm
ROW_GAP = 4 * mm
NAME_BLANK = f"Nombre: {BLANK}"


class Place(Flowable):
    """A place of fixed width where one person signs; what is written below the line belongs to the structure."""

    canv: TaggedCanvas

    def __init__(self, width: float, words: Sequence[TaggedParagraph], words_width: float) -> None:
        super().__init__()
        self.width = width
        self.words = list(words)
        self.words_width = words_width
        self.words_height = sum(paragraph.wrap(words_width, 0)[1] for paragraph in self.words)
        self.height = self.words_height

    def draw_words(self, x: float, top: float) -> None:
        """Draw what is written, from `top` downwards."""
        for paragraph in self.words:
            top -= paragraph.height
            paragraph.drawOn(self.canv, x, top)

    def draw_line(self, x: float, y: float, length: float) -> None:
        """Draw a line to sign on."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.6)
        self.canv.line(x, y, x + length, y)

    def draw_hint(self, x: float, y: float, text: str) -> None:
        """Write in small letters what a place is for."""
        self.canv.setFillColor(SOFT)
        write(self.canv, (x, y), text, REGULAR, 6.6, Anchor.CENTRE)


class SignaturePlace(Place):
    """A line to sign on, name and office below it, and a circle for the seal of the office."""

    def __init__(self, signer: Signer, width: float, parent: Element) -> None:
        words = [_paragraph(signer.name or NAME_BLANK, SIGNER, parent), _paragraph(signer.office, OFFICE, parent)]
        if signer.signing is Signing.NOT_SIGNED:
            words.append(_paragraph(f"No firma. Motivo: {signer.reason or BLANK}", OFFICE, parent))
        super().__init__(width, words, width - SEAL - 2 * mm)
        self.signs = signer.signing is not Signing.NOT_SIGNED
        self.height = SIGNING_SPACE + 2 * mm + max(self.words_height, 8 * mm)

    def draw(self) -> None:
        """Draw line, words and seal."""
        base = self.height - SIGNING_SPACE
        with self.canv.artifact():
            if self.signs:
                self.draw_line(0, base, self.words_width)
                self._draw_seal(self.width - SEAL / 2, base + 0.5 * mm)
        self.draw_words(0, base - 2.2)

    def _draw_seal(self, x: float, y: float) -> None:
        self.canv.setStrokeColor(HAIR)
        self.canv.setLineWidth(0.5)
        self.canv.setDash(1.6, 2.2)
        self.canv.circle(x, y, SEAL / 2, stroke=1, fill=0)
        self.canv.setDash()
        self.draw_hint(x, y - 2, "sello")


class FingerprintPlace(Place):
    """A box for an inked finger, name and office beside it, and two lines for the witnesses who saw it."""

    def __init__(self, signer: Signer, width: float, parent: Element) -> None:
        finger = f"Impresión digital: {signer.finger}" if signer.finger else "Impresión digital"
        words = [
            _paragraph(signer.name or NAME_BLANK, NAMED, parent),
            _paragraph(signer.office, CELL, parent),
            _paragraph(finger, SMALL, parent),
        ]
        super().__init__(width, words, width - BOX[0] - 5 * mm)
        self.witnesses = WitnessLines(signer.witnesses, self.words_width, parent)
        self.height = ROW_GAP + max(BOX[1], self.words_height + WITNESS_SPACE + self.witnesses.height) + 3 * mm

    def draw(self) -> None:
        """Draw box, words and witnesses."""
        x, top = BOX[0] + 5 * mm, self.height - ROW_GAP
        with self.canv.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.6)
            self.canv.rect(0, top - BOX[1], *BOX, stroke=1, fill=0)
            self.draw_hint(BOX[0] / 2, top - BOX[1] + 3, "huella")
        self.draw_words(x, top)
        self.witnesses.drawOn(self.canv, x, 2 * mm)


class AtRequestPlace(Place):
    """A line for whoever signs at the request of somebody who cannot, and two lines for the witnesses."""

    def __init__(self, signer: Signer, width: float, parent: Element) -> None:
        asked = f"Firma a ruego de {signer.name or BLANK}"
        words = [_paragraph(asked, NAMED, parent), _paragraph(signer.office, CELL, parent)]
        super().__init__(width, words, width)
        self.witnesses = WitnessLines(signer.witnesses, width, parent)
        self.height = SIGNING_SPACE + self.words_height + WITNESS_SPACE + self.witnesses.height + 3 * mm

    def draw(self) -> None:
        """Draw the line, the words and the witnesses."""
        with self.canv.artifact():
            self.draw_line(0, self.height - SIGNING_SPACE, self.width * 0.55)
        self.draw_words(0, self.height - SIGNING_SPACE - 2.2)
        self.witnesses.drawOn(self.canv, 0, 2 * mm)


class WitnessLines(Place):
    """A line beside the other for each witness, two at least, their names below."""

    def __init__(self, named: Sequence[str], width: float, parent: Element) -> None:
        names = [*named, *[""] * (WITNESSES - len(named))]
        words = [_paragraph(f"Testigo: {name or BLANK}", SMALL, parent) for name in names]
        super().__init__(width, words, (width - GAP * (len(names) - 1)) / len(names))
        self.height = max(paragraph.height for paragraph in self.words) + 2.2

    def draw(self) -> None:
        """Draw lines and names."""
        for place, paragraph in enumerate(self.words):
            x = place * (self.words_width + GAP)
            with self.canv.artifact():
                self.draw_line(x, self.height, self.words_width)
            paragraph.drawOn(self.canv, x, self.height - 2.2 - paragraph.height)


class SigningRow(Flowable):
    """One or two places beside each other; never split."""

    def __init__(self, places: Sequence[Place], width: float) -> None:
        super().__init__()
        self.places = list(places)
        self.width = width
        self.height = max(place.height for place in self.places) + ROW_GAP

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the places, their tops aligned."""
        x = 0.0
        for place in self.places:
            place.drawOn(self.canv, x, self.height - place.height)
            x += place.width + GAP


def signing_rows(signers: Sequence[Signer], width: float, parent: Element) -> list[SigningRow]:
    """Return the rows where these people sign: two offices beside each other, fingerprints over the whole width."""
    rows: list[SigningRow] = []
    half = (width - GAP) / 2
    beside: list[Place] = []
    for signer in signers:
        if signer.signing in WITNESSED:
            rows += [SigningRow(beside, width)] if beside else []
            beside = []
            kind = FingerprintPlace if signer.signing is Signing.FINGERPRINT else AtRequestPlace
            rows.append(SigningRow([kind(signer, width, parent.add("Div"))], width))
            continue
        beside.append(SignaturePlace(signer, half, parent.add("Div")))
        if len(beside) > 1:
            rows.append(SigningRow(beside, width))
            beside = []
    return rows + ([SigningRow(beside, width)] if beside else [])


def _paragraph(text: str, style: ParagraphStyle, parent: Element) -> TaggedParagraph:
    return TaggedParagraph.of(Passage(text), style, parent)
