"""What stands in this repository, for the tests that hold the house to its own rules."""

import ast
import fnmatch
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app.py", "justice_desk", "ui", "tests", "packaging")
"""Everything written in Python by hand."""

ALEMBIC = "justice_desk.vault.migrations"
"""Scripts that Alembic loads by file, inside a migration: they cannot be imported like modules."""


def ignored() -> tuple[str, ...]:
    """Return the patterns of `.gitignore`."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip().rstrip("/") for line in lines if line.strip() and not line.startswith("#"))


def files(*starts: str) -> Iterator[Path]:
    """Return the files that git keeps or would keep, all or those under the places named."""
    patterns = (*ignored(), ".git")
    pending = [ROOT / start for start in starts] or [ROOT]
    while pending:
        place = pending.pop()
        if any(fnmatch.fnmatch(place.name, pattern) for pattern in patterns):
            continue
        if place.is_dir():
            pending.extend(sorted(place.iterdir(), reverse=True))
        elif place.is_file():
            yield place


def python_files(*starts: str) -> list[Path]:
    """Return the Python files under the places named (all of them if none is)."""
    return [path for path in files(*(starts or CODE)) if path.suffix in {".py", ".pyi"}]


def named(path: Path) -> str:
    """Return a path as messages show it: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), named(path))


def rooms() -> list[Path]:
    """Return the packages of the house: the folders of `justice_desk/` that hold code."""
    return [
        place
        for place in sorted((ROOT / "justice_desk").iterdir())
        if place.is_dir() and any(python_files(named(place)))
    ]


def modules(*packages: str) -> list[ModuleType]:
    """Import every module of the packages named, and return them."""
    found = []
    for package in packages:
        top = importlib.import_module(package)
        below = [module.name for module in pkgutil.walk_packages(top.__path__, f"{package}.")]
        found += [top, *(importlib.import_module(name) for name in below if not name.startswith(ALEMBIC))]
    return found


@dataclass(frozen=True)
class Import:
    """One module that a file imports, and the line it does so on."""

    module: str
    line: int


def imports(path: Path) -> list[Import]:
    """Return what a file imports, wherever in it."""
    found: list[Import] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += [Import(name.name, node.lineno) for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found += [Import(node.module, node.lineno)]
            found += [Import(f"{node.module}.{name.name}", node.lineno) for name in node.names]
    return found
