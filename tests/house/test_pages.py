import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, named, python_files, rooms

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SAME_IN_EVERY_ROOM = {"__init__", "rules", "records", "views", "service"}
PARTS_OF_A_DECISION = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))


def rows() -> dict[str, str]:
    """The table of rooms: for each, its row."""
    return {
        found[1]: found[0] for found in re.finditer(r"^\| `(?:justice_desk/)?(\w+)/` \|.*$", ARCHITECTURE, re.MULTILINE)
    }


def own_files(room: Path) -> set[str]:
    """The modules that only this room has; those of a folder inside it go by the folder's name."""
    parts = [path.relative_to(room).parts[0] for path in python_files(named(room))]
    return {part.removesuffix(".py") for part in parts} - SAME_IN_EVERY_ROOM


@pytest.mark.parametrize("room", rooms(), ids=named)
def test_the_architecture_page_names_every_room_and_the_files_that_are_its_own(room: Path) -> None:
    assert room.name in rows(), f"docs/architecture.md has no row for {room.name}/"
    missing = {name for name in own_files(room) if f"`{name}`" not in rows()[room.name]}
    assert missing == set(), f"the row of {room.name}/ in docs/architecture.md does not name them"


@pytest.mark.parametrize("room", rooms(), ids=named)
def test_the_architecture_page_names_no_file_that_is_gone(room: Path) -> None:
    there = own_files(room) | SAME_IN_EVERY_ROOM
    told = set(re.findall(r"`(\w+)`", rows()[room.name]))
    assert told - there == set()


def test_the_architecture_page_names_no_room_that_is_gone() -> None:
    assert set(rows()) - {room.name for room in rooms()} == set()


def test_every_family_of_screens_is_on_the_architecture_page() -> None:
    families = {path.relative_to(ROOT / "ui").parts[0] for path in python_files("ui") if path.parent != ROOT / "ui"}
    assert {family for family in families if f"`ui/{family}/`" not in ARCHITECTURE} == set()


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(len(DECISIONS))]


@pytest.mark.parametrize("decision", DECISIONS, ids=named)
def test_a_decision_has_its_five_parts(decision: Path) -> None:
    assert re.findall(r"^## (.+)$", decision.read_text(encoding="utf-8"), re.MULTILINE) == PARTS_OF_A_DECISION


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=named)
def test_a_page_links_only_to_what_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_a_word_stands_in_the_glossary_once() -> None:
    terms = re.findall(
        r"^\| ([A-Z`][^|]*?) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(terms) > 30
    assert len(terms) == len(set(terms))
