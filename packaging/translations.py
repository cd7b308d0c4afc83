"""Keeps the catalogues of translations: `update` gathers the texts of the code, `compile` makes what the program reads.

One catalogue a family of screens (`resources/i18n/es/<family>.ts`), so that several people translate at once: a
folder of `ui/` is a family, the modules directly in `ui/` are the family `root`, and each module of `ui/sentences/`
is one of its own (`sentences_vault`).

    python packaging/translations.py update [FAMILY ...]   all of them, if none is named
    python packaging/translations.py compile               stops at the first text without a translation
    python packaging/translations.py check                 changes nothing; says what is behind the code or unspoken
    python packaging/translations.py check                 says which texts are new, gone or without a translation
"""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, parse

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "ui"
CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGE = "es"


def families(screens: Path = SCREENS) -> dict[str, list[Path]]:
    """Return the source files of each family, by its name."""
    found = {"root": sorted(screens.glob("*.py"))}
    for folder in sorted(path for path in screens.iterdir() if path.is_dir() and path.name != "__pycache__"):
        if folder.name == "sentences":
            found |= {f"sentences_{module.stem}": [module] for module in sorted(folder.glob("*.py"))}
        else:
            found[folder.name] = sorted(folder.rglob("*.py"))
    return {name: files for name, files in found.items() if any("translate(" in _text(file) for file in files)}


def update(names: list[str], catalogues: Path = CATALOGUES) -> None:
    """Bring the catalogues of these families up to date with the code; translations that still fit are kept."""
    known = families()
    if unknown := [name for name in names if name not in known]:
        raise SystemExit(f"no family of screens is called {', '.join(unknown)}; there are: {', '.join(known)}")
    (catalogues / LANGUAGE).mkdir(parents=True, exist_ok=True)
    for name in names or known:
        catalogue = catalogues / LANGUAGE / f"{name}.ts"
        files = [str(path) for path in known[name]]
        _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
             "-target-language", LANGUAGE, *files, "-ts", str(catalogue))  # fmt: skip


def compile_all(catalogues: Path = CATALOGUES) -> Path:
    """Make the file that the program reads out of all catalogues; a text without a translation stops it."""
    made = catalogues / f"justice_desk_{LANGUAGE}.qm"
    parts = sorted(str(path) for path in (catalogues / LANGUAGE).glob("*.ts"))
    if not parts:
        raise SystemExit(f"there are no catalogues in {catalogues / LANGUAGE}")
    _run("lrelease", "-silent", "-fail-on-unfinished", *parts, "-qm", str(made))
    return made


def findings(catalogues: Path = CATALOGUES) -> list[str]:
    """Return what is wrong with the catalogues: texts without a translation, and where they differ from the code."""
    kept = catalogues / LANGUAGE
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / LANGUAGE
        shutil.copytree(kept, fresh)
        update([], Path(folder))
        found = [f"{name}.ts: no family of screens is called so" for name in _names(kept) - families().keys()]
        for name in sorted(families()):
            told = dict(_messages(kept / f"{name}.ts"))
            asked = {key for key, _ in _messages(fresh / f"{name}.ts")}
            found += [f"{name}.ts: not in the catalogue yet: {key}" for key in sorted(asked - told.keys())]
            found += [f"{name}.ts: no longer in the code: {key}" for key in sorted(told.keys() - asked)]
            found += [f"{name}.ts: without a translation: {key}" for key, one in told.items() if not _finished(one)]
    return found


def _names(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.ts")}


def _messages(catalogue: Path) -> Iterator[tuple[str, Element]]:
    if not catalogue.exists():
        return
    for context in parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield f"{context.findtext('name')}: {message.findtext('source')!r}", message


def _finished(message: Element) -> bool:
    translation = message.find("translation")
    return translation is not None and translation.get("type") is None and bool("".join(translation.itertext()).strip())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _run(tool: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    ended = subprocess.run([str(program), *arguments], check=False, capture_output=True, text=True)
    if ended.returncode != 0:
        raise SystemExit(f"pyside6-{tool} failed:\n{ended.stdout}{ended.stderr}")


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    updating = commands.add_parser("update", help="gather the texts of the code")
    updating.add_argument("family", nargs="*")
    commands.add_parser("compile", help="make what the program reads")
    commands.add_parser("check", help="say what is new, gone or without a translation")
    asked = parser.parse_args()
    if asked.command == "update":
        update(asked.family)
    elif asked.command == "check":
        if found := findings():
            raise SystemExit("\n".join(found))
    else:
        sys.stdout.write(f"{compile_all()}\n")


if __name__ == "__main__":
    main()
