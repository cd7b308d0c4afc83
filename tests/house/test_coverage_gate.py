import json
from pathlib import Path
from typing import Any

import pytest

from tests.house.coverage_gate import by_room, is_rules, judged, main, measured


def file(lines: int, reached: int, branches: int = 0, taken: int = 0) -> dict[str, Any]:
    return {
        "summary": {
            "num_statements": lines,
            "covered_lines": reached,
            "num_branches": branches,
            "covered_branches": taken,
        },
        "missing_lines": list(range(reached + 1, lines + 1)),
        "missing_branches": [[7, -1]] if taken < branches else [],
    }


def report(**files: dict[str, Any]) -> dict[str, Any]:
    return {"files": {name.replace("__", "/") + ".py": one for name, one in files.items()}}


GOOD = report(
    justice_desk__cases__rules=file(100, 100, 20, 20),
    justice_desk__cases__service=file(100, 96),
    ui__home__panel=file(100, 95),
)


def test_what_keeps_every_bound_passes() -> None:
    assert judged(measured(GOOD)).failures == ()


def test_one_branch_of_the_rules_that_is_not_taken_fails() -> None:
    missed = {"files": {**GOOD["files"], "justice_desk/hearings/rules.py": file(1000, 1000, 20, 19)}}
    failures = judged(measured(missed)).failures
    assert "justice_desk/hearings/rules.py: rules are covered wholly; not reached: 7→end" in failures


def test_many_covered_screens_do_not_make_up_for_the_house() -> None:
    missed = {"files": {**GOOD["files"], "justice_desk/vault/ring.py": file(100, 80), "ui/x.py": file(9000, 9000)}}
    (failure,) = judged(measured(missed)).failures
    assert failure.startswith("the rest of the house: 88.00 %")


def test_screens_have_a_bound_of_their_own() -> None:
    missed = {"files": {**GOOD["files"], "ui/home/presenter.py": file(100, 80)}}
    (failure,) = judged(measured(missed)).failures
    assert failure.startswith("screens: 87.50 %")


def test_rules_are_known_by_their_name_and_profiles_count_as_rules() -> None:
    assert is_rules("justice_desk/cases/rules.py")
    assert is_rules("justice_desk/cases/deadline_rules.py")
    assert is_rules("justice_desk/jurisdictions/loading.py")
    assert not is_rules("justice_desk/cases/service.py")
    assert not is_rules("tests/cases/rules.py")


def test_files_are_added_up_by_room() -> None:
    assert [(room.place, room.reached) for room in by_room(measured(GOOD))] == [
        ("justice_desk/cases", 216),
        ("ui/home", 95),
    ]


def test_the_command_says_what_is_below_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "coverage.json"
    place.write_text(json.dumps(report(justice_desk__cases__rules=file(10, 9))))
    assert main([str(place)]) == 1
    assert "BELOW ITS BOUND  justice_desk/cases/rules.py" in capsys.readouterr().out
    place.write_text(json.dumps(GOOD))
    assert main([str(place)]) == 0
    place.write_text(json.dumps({"files": {}}))
    assert main([str(place)]) == 2
