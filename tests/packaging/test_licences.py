import json
import re
from pathlib import Path

import pytest

import licensing
from ground import source_date
from licensing import Part, bill, distributions, findings, known, licence_of, needed, other_parts, permitted, policy
from tests.house.test_lock import locked
from trimming import BROUGHT


@pytest.fixture(autouse=True)
def before_anything_is_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge all that could travel, whatever was frozen here before."""
    monkeypatch.setattr(licensing, "SOURCES", Path("nowhere"))
    monkeypatch.setattr(licensing, "TREE", Path("nowhere"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    source_date.cache_clear()


def test_no_licence_of_what_travels_forbids_it() -> None:
    assert len(distributions()) > 30
    assert findings() == []


@pytest.mark.parametrize(
    ("licence", "verdict"),
    [
        ("MIT", True),
        ("MIT OR AGPL-3.0-only", True),
        ("MIT AND (Apache-2.0 OR GPL-2.0-only)", True),
        ("GPL-2.0-only", False),
        ("MIT AND AGPL-3.0-only", False),
        ("Proprietary", False),
        ("free for all", False),
        ("", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", False),
    ],
)
def test_alternatives_need_one_that_is_allowed_and_conjunctions_all(licence: str, verdict: bool) -> None:
    assert permitted(Part("somebody", "1", licence)) is verdict


def test_an_exception_is_for_one_part_and_says_why() -> None:
    for one in policy()["exceptions"]:
        assert permitted(Part(one["part"], "", one["licence"]))
        assert len(one["reason"].split()) > 3
    for stated in policy()["stated"].values():
        assert known(stated["licence"])
        assert stated["reason"]


def test_what_is_stated_by_hand_is_needed_and_states_nothing_itself() -> None:
    here = {name for name, pin in locked().items() if pin.marker is None or pin.marker.evaluate()}
    assert {name for name in policy()["stated"] if name in here} <= set(needed())


def test_every_library_that_comes_along_from_the_system_has_its_licence() -> None:
    told = {pattern for part in policy()["parts"] for pattern in part["files"]}
    assert set(BROUGHT) <= told
    assert all(part.licence for part in other_parts())


def test_what_a_distribution_says_of_itself_is_taken_only_if_it_is_an_spdx_expression() -> None:
    assert licence_of("cryptography") == "Apache-2.0 OR BSD-3-Clause"
    assert licence_of("pytest-qt") in {"MIT", ""}
    assert not known("BSD license (see license.txt for details)")


def test_the_bill_of_materials_is_that_of_the_lock_and_twice_the_same() -> None:
    assert bill() == bill()
    components = json.loads(bill())["components"]
    listed = {one["name"]: one for one in components if "purl" in one}
    assert set(listed) == set(needed())
    for name, one in listed.items():
        assert one["version"] == str(locked()[name].version)
        assert {f"sha256:{hashed['content']}" for hashed in one["hashes"]} == set(locked()[name].hashes)
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", json.loads(bill())["serialNumber"])


def test_a_part_without_a_licence_stops_the_packaging(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    licensing.main(["check"])
    monkeypatch.setattr(licensing, "licence_of", lambda _name: "")
    with pytest.raises(SystemExit, match="states no licence"):
        licensing.main(["check"])
    assert capsys.readouterr().out == ""


def test_an_allowed_licence_is_one_that_spdx_knows() -> None:
    assert [name for name in policy()["allowed"] if not known(name)] == []
