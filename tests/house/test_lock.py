import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import distribution

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.tree import ROOT

PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.*?))? \\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Pin:
    version: Version
    marker: Marker | None
    hashes: tuple[str, ...]


def lock_text() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked() -> dict[str, Pin]:
    return {
        found["name"]: Pin(
            Version(found["version"]),
            Marker(found["marker"]) if found["marker"] else None,
            tuple(re.findall(r"--hash=(\S+)", found["hashes"])),
        )
        for found in PIN.finditer(lock_text())
    }


def asked() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    texts = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [Requirement(text) for text in texts]


def needed(requirement: Requirement, pins: dict[str, Pin], seen: set[str]) -> None:
    """Add to `seen` what a requirement brings along on this machine."""
    name = canonicalize_name(requirement.name)
    pin = pins.get(name)
    assert pin is not None, f"{requirement} is not in the lock"
    assert pin.version in requirement.specifier, f"the lock has {name} {pin.version}, not {requirement}"
    key = f"{name}[{','.join(sorted(requirement.extras))}]"
    if key in seen:
        return
    seen |= {key, name}
    for text in distribution(name).requires or []:
        wanted = Requirement(text)
        extras = requirement.extras or {""}
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            needed(wanted, pins, seen)


def test_the_lock_holds_all_that_the_project_asks_for_and_all_that_this_brings_along() -> None:
    seen: set[str] = set()
    pins = locked()
    for requirement in asked():
        needed(requirement, pins, seen)
    here = {name for name, pin in pins.items() if pin.marker is None or pin.marker.evaluate()}
    assert here - seen == set(), "in the lock, but nothing asks for it: make lock"


def test_what_is_installed_is_what_the_lock_says() -> None:
    for name, pin in locked().items():
        if pin.marker is None or pin.marker.evaluate():
            assert Version(distribution(name).version) == pin.version, f"{name}: make setup"


def test_every_line_of_the_lock_is_a_pin_with_its_hashes() -> None:
    assert PIN.sub("", lock_text()).strip() == ""
    assert len(locked()) > len(asked())
    for name, pin in locked().items():
        assert pin.hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in pin.hashes), name


def test_the_lock_names_no_host() -> None:
    assert re.search(r"://|index|find-links|file:|@", lock_text()) is None


def test_what_nobody_pinned_is_found() -> None:
    with pytest.raises(AssertionError, match="not in the lock"):
        needed(Requirement("never-pinned-by-anyone"), locked(), set())
    with pytest.raises(AssertionError, match="the lock has"):
        needed(Requirement("pytest<1"), locked(), set())
