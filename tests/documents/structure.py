"""Reading a finished paper as a screen reader does, without any code of ours: its tree, its ink, its typefaces."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

import pikepdf

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}


class Drawn(NamedTuple):
    """A painting act on a page, and the marked content it stands in: a number, `artifact`, or empty for none."""

    operator: str
    owner: str


@dataclass
class Node:
    """A part of the structure tree."""

    role: str
    language: str = ""
    alternative: str = ""
    scope: str = ""
    ink: list[tuple[int, int]] = field(default_factory=list)
    parts: "list[Node]" = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """Return this part and all below it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a paper to be looked into."""
    return pikepdf.open(BytesIO(pdf))


def tree(pdf: bytes) -> Node:
    """Return the structure tree of a paper."""
    with opened(pdf) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        (root,) = [file.Root.StructTreeRoot.K]
        return _node(root, pages)


def ink(pdf: bytes) -> list[list[Drawn]]:
    """Return every painting act of every page."""
    with opened(pdf) as file:
        return [list(_painted(page)) for page in file.pages]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return the typefaces that a paper names, and whether each is embedded."""
    with opened(pdf) as file:
        found = {}
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                found[str(one.BaseFont)] = "/FontFile2" in one.get("/FontDescriptor", pikepdf.Dictionary())
        return found


def _node(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Node:
    node = Node(
        str(element.S).removeprefix("/"),
        str(element.get("/Lang", "")),
        str(element.get("/Alt", "")),
        str(element.A.Scope).removeprefix("/") if "/A" in element else "",
    )
    for held in element.K:
        if held.Type == "/MCR":
            node.ink.append((pages[held.Pg.objgen], int(held.MCID)))
        else:
            assert held.P.objgen == element.objgen
            node.parts.append(_node(held, pages))
    return node


def _painted(page: pikepdf.Page) -> Iterator[Drawn]:
    owners: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            tag, *rest = instruction.operands
            owners.append("artifact" if tag == "/Artifact" else str(int(rest[0].MCID)))
        elif operator == "EMC":
            owners.pop()
        elif operator in PAINTING:
            assert len(owners) <= 1, "marked content inside marked content"
            yield Drawn(operator, owners[-1] if owners else "")
    assert not owners
