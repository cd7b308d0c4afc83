"""What travels with the program and under which licences: the check, the texts to pass on, the bill of materials.

    python packaging/licensing.py check     says which part may not be passed on, or states no licence
    python packaging/licensing.py bill      prints the bill of materials (CycloneDX 1.6, JSON)

The distributions are those of the lock that the program needs here; once it is frozen, those of which a file is in it.
"""

import fnmatch
import re
import sys
import sysconfig
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from license_expression import ExpressionError, Licensing, get_spdx_licensing
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ground import BUILD, HERE, NAME, ROOT, TREE, source_date, version

SOURCES = BUILD / "sources.txt"
"""Where every file of the frozen program came from, one a line; `justice-desk.spec` writes it."""
OURS = "GPL-3.0-or-later"
SYSTEM_NOTICES = Path("/usr/share/doc")
LGPL = HERE / "LGPL-3.0"
LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$|/licenses/", re.IGNORECASE)
RULE = "=" * 78


@dataclass(frozen=True)
class Part:
    """Something that travels: a distribution of the lock, or a part that no index gives."""

    name: str
    version: str
    licence: str
    """An SPDX expression; empty where none is known."""
    hashes: tuple[str, ...] = ()
    notice: str = ""


@cache
def policy() -> dict[str, Any]:
    """Return what `licences.toml` says."""
    return tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))


@cache
def spdx() -> Licensing:
    """Return the names and the grammar of licences, which take a while to read."""
    return get_spdx_licensing()


@cache
def needed() -> tuple[str, ...]:
    """Return the names of all distributions that the program needs on this system, itself apart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pending = [Requirement(text).name for text in project["project"]["dependencies"]]
    found: set[str] = set()
    while pending:
        name = canonicalize_name(pending.pop())
        if name in found:
            continue
        found.add(name)
        for text in distribution(name).requires or []:
            wanted = Requirement(text)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                pending.append(wanted.name)
    return tuple(sorted(found))


def distributions() -> list[Part]:
    """Return the distributions that travel."""
    hashes = _locked_hashes()
    return [
        Part(name, distribution(name).version, licence_of(name), hashes.get(name, ())) for name in sorted(_travelling())
    ]


def other_parts() -> list[Part]:
    """Return the parts that no index gives; once the program is frozen, those that are in it."""
    there = {path.name for path in TREE.rglob("*") if path.is_file()} if TREE.exists() else None
    return [
        Part(one["name"], "", one["licence"], (), one.get("notice", ""))
        for one in policy()["parts"]
        if there is None or any(fnmatch.filter(there, pattern) for pattern in one["files"])
    ]


def licence_of(name: str) -> str:
    """Return the SPDX expression of a distribution: what we read in its licence, else what its record says."""
    if name in policy()["stated"]:
        return str(policy()["stated"][name]["licence"])
    record = distribution(name).metadata
    said = next((record[field] for field in ("License-Expression", "License") if field in record), "")
    return said if known(said) else ""


def known(expression: str) -> bool:
    """Say whether a text is an SPDX expression."""
    try:
        return bool(expression) and not spdx().validate(expression).errors
    except ExpressionError:
        return False


def permitted(part: Part) -> bool:
    """Say whether a part may be passed on with the program: of alternatives, one has to be allowed."""
    taken = {(one["part"], one["licence"]) for one in policy()["exceptions"]}
    if (part.name, part.licence) in taken:
        return True
    if not known(part.licence):
        return False
    return _holds(spdx().parse(part.licence), frozenset(policy()["allowed"]))


def _holds(expression: object, allowed: frozenset[str]) -> bool:
    operands = getattr(expression, "args", ())
    if not operands:
        return str(expression) in allowed
    each = [_holds(one, allowed) for one in operands]
    return any(each) if type(expression).__name__ == "OR" else all(each)


def findings() -> list[str]:
    """Return what may not be passed on, and what states no licence."""
    return [
        f"{part.name} {part.version}: {part.licence or 'states no licence'}"
        for part in (*distributions(), *other_parts())
        if not permitted(part)
    ]


def third_party() -> str:
    """Return what has to be passed on with the program: each part, its licence and the text of it."""
    head = (
        "Justice Desk is free software under the GNU General Public License, version 3 or later (LICENSE).\n"
        "It travels with the parts below, each under its own licence. The libraries of Qt lie beside the program as\n"
        "files of their own: whoever wants to may put another version in their place (LGPL 3, section 4).\n"
    )
    pieces = [head]
    for part in distributions():
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in _licence_files(distribution(part.name))]
        pieces.append(_piece(part, texts))
    pieces += [_piece(part, _notices(part)) for part in other_parts()]
    pieces.append(f"{RULE}\nLGPL-3.0-only\n{RULE}\n\n{LGPL.read_text(encoding='utf-8')}")
    return "\n".join(pieces)


def bill() -> str:
    """Return the bill of materials. Its serial number follows from the parts, its date is that of the sources."""
    factory = LicenseFactory()
    parts = [*distributions(), *other_parts()]
    components = [
        Component(
            name=part.name,
            version=part.version or None,
            type=ComponentType.LIBRARY,
            bom_ref=f"{part.name}@{part.version}",
            licenses=[factory.make_from_string(part.licence)],
            purl=PackageURL("pypi", name=part.name, version=part.version) if part.hashes else None,
            # Each file that the index has of this version; the one for this system is among them.
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in part.hashes],
        )
        for part in parts
    ]
    program = Component(
        name=NAME,
        version=version(),
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[factory.make_from_string(OURS)],
    )
    listed = "\n".join(f"{part.name} {part.version} {part.licence}" for part in parts)
    bom = Bom(components=components, serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME} {version()}\n{listed}"))
    bom.metadata = BomMetaData(component=program, timestamp=datetime.fromtimestamp(source_date(), UTC))
    bom.register_dependency(program, components)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _travelling() -> set[str]:
    if not SOURCES.exists():
        return set(needed())
    owners: dict[str, list[str]] = {}
    for name in needed():
        for file in distribution(name).files or ():
            owners.setdefault(str(distribution(name).locate_file(file)), []).append(name)
    # A file that several distributions bring says of none of them that it travelled.
    found = (owners.get(place, []) for place in SOURCES.read_text(encoding="utf-8").splitlines())
    return {names[0] for names in found if len(names) == 1}


def _licence_files(installed: Distribution) -> Iterator[Path]:
    for file in sorted(installed.files or (), key=str):
        if ".dist-info/" in str(file) and LICENCE_FILE.search(file.as_posix()):
            yield Path(str(installed.locate_file(file)))


def _notices(part: Part) -> list[str]:
    if part.name == "python":
        return [(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text(encoding="utf-8")]
    if not part.notice:
        return []
    found = sorted(SYSTEM_NOTICES.glob(f"{part.notice}*/copyright"))
    if not found:
        raise SystemExit(f"the licence of {part.name} is not in {SYSTEM_NOTICES}: install {part.notice}")
    return [found[0].read_text(encoding="utf-8")]


def _piece(part: Part, texts: list[str]) -> str:
    head = f"{part.name} {part.version}".strip()
    return "\n".join([RULE, f"{head}: {part.licence}", RULE, "", *(text.strip() + "\n" for text in texts)])


def _locked_hashes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if pin := re.match(r"([a-z0-9-]+)==", line):
            name = pin[1]
            found[name] = ()
        elif hashed := re.search(r"--hash=sha256:([0-9a-f]{64})", line):
            found[name] += (hashed[1],)
    return found


def main(asked: list[str]) -> None:
    """Do what the command line asks."""
    if asked == ["bill"]:
        sys.stdout.write(bill())
    elif asked == ["check"]:
        if found := findings():
            raise SystemExit("These may not be passed on (packaging/licences.toml):\n" + "\n".join(found))
    else:
        raise SystemExit((__doc__ or "").strip())


if __name__ == "__main__":
    main(sys.argv[1:])
