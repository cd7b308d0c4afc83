import ast
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, Import, imports, named, parsed, python_files

WORLD = frozenset(
    [
        "asyncio",
        "concurrent",
        "ctypes",
        "glob",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "select",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "urllib",
    ]
)
"""Parts of the standard library that reach the clock, the disk, other programs or the network."""

DISK = frozenset(
    [
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "iterdir",
        "mkdir",
        "unlink",
        "rglob",
        "exists",
        "stat",
        "touch",
    ]
)
"""What a path can do besides being a fact: a rule may name a file, never look at it."""


def rules_modules() -> list[Path]:
    """Every module that holds rules, by its name: `rules.py`, or `…_rules.py` where one package has several notions."""
    return [path for path in python_files("justice_desk") if path.stem == "rules" or path.stem.endswith("_rules")]


def file_of(module: str) -> Path | None:
    place = ROOT.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def impure(path: Path, seen: frozenset[Path] = frozenset()) -> list[str]:
    touched = [
        f"{named(path)}:{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute) and node.attr in DISK) or (isinstance(node, ast.Name) and node.id == "open")
    ]
    reached = ((wanted.line, reaches_the_world(wanted, seen | {path})) for wanted in imports(path))
    return touched + [f"{named(path)}:{line}: {why}" for line, why in reached if why is not None]


def reaches_the_world(wanted: Import, seen: frozenset[Path]) -> str | None:
    top = wanted.module.split(".")[0]
    if top == "justice_desk":
        path = file_of(wanted.module)
        within = [] if path is None or path in seen else impure(path, seen)
        return f"{wanted.module} ({within[0]})" if within else None
    if top in sys.stdlib_module_names and top not in WORLD:
        return None
    return wanted.module


def test_there_are_rules() -> None:
    assert len(rules_modules()) > 3


def test_the_test_sees_the_world_behind_another_module() -> None:
    assert reaches_the_world(Import("justice_desk.vault.engine", 1), frozenset()) is not None
    assert reaches_the_world(Import("os", 1), frozenset()) is not None
    assert reaches_the_world(Import("PySide6.QtCore", 1), frozenset()) is not None
    assert reaches_the_world(Import("dataclasses", 1), frozenset()) is None
    assert impure(ROOT / "justice_desk" / "vault" / "places.py") != []


@pytest.mark.parametrize("path", rules_modules(), ids=named)
def test_rules_know_no_clock_no_disk_no_screen_and_no_database(path: Path) -> None:
    assert impure(path) == []
