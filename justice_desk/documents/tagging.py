"""Tags written while drawing: which ink is which part of the document, for screen readers and for reading order.

Everything drawn stands in marked content: a part of the structure tree, or an artifact (rules, page numbers, stamps).
Source: ISO 32000-1 §14.6 to §14.8, ISO 14289-1 (PDF/UA).
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

PAGINATION = "/Artifact <</Type /Pagination>> BDC"
LAYOUT = "/Artifact <</Type /Layout>> BDC"
WATERMARK = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"


class Ink(NamedTuple):
    """A piece of marked content: its page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """A part of the structure tree: its role (P, H1, Table …), its language where it differs, what it holds."""

    role: str
    language: str = ""
    alternative: str = ""
    scope: str = ""
    once: bool = False
    holds: "list[Element | Ink]" = field(default_factory=list)

    def add(
        self, role: str, *, language: str = "", alternative: str = "", scope: str = "", once: bool = False
    ) -> "Element":
        """Return a new part inside this one, after those that it holds already.

        `once`: drawn again on a later page (a repeated table head), it is an artifact there.
        """
        part = Element(role, language, alternative, scope, once or self.once)
        self.holds.append(part)
        return part

    @property
    def drawn(self) -> bool:
        """Whether any ink belongs to this part or to one inside it."""
        return any(isinstance(held, Ink) or held.drawn for held in self.holds)


class TaggedCanvas(Canvas):
    """A canvas that remembers, page by page, which part every piece of marked content belongs to."""

    @property
    def owners(self) -> list[list[Element]]:
        """For every page the owner of each piece of marked content, by its number."""
        kept: list[list[Element]] = self.__dict__.setdefault("_owners", [])
        return kept

    @contextlib.contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Draw ink that belongs to `element`."""
        if element.once and element.drawn:
            with self.artifact(PAGINATION):
                yield
            return
        page = self.getPageNumber() - 1
        while len(self.owners) <= page:
            self.owners.append([])
        ink = Ink(page, len(self.owners[page]))
        self.owners[page].append(element)
        element.holds.append(ink)
        self.addLiteral(f"/{element.role} <</MCID {ink.number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextlib.contextmanager
    def artifact(self, opening: str = LAYOUT) -> Iterator[None]:
        """Draw ink that is no part of what the document says."""
        self.addLiteral(opening)
        yield
        self.addLiteral("EMC")
