import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks.measuring import Measure, all_measures, figure, table, taken


@contextlib.contextmanager
def counting(folder: Path) -> Iterator[Callable[[], object]]:
    tally = folder / "tally"
    tally.write_text("")

    def act() -> None:
        tally.write_text(tally.read_text() + "|")

    yield act
    assert tally.read_text() == "|" * 6


def test_a_measure_is_taken_as_often_as_it_asks_after_one_time_that_does_not_count() -> None:
    taken_figure = taken(Measure("counting", counting, times=5))
    assert taken_figure.times == 5
    assert taken_figure.within


def test_a_figure_tells_least_middle_and_the_slowest_but_five_of_a_hundred() -> None:
    found = figure(Measure("x", counting, bound=90.0), [float(number) for number in range(1, 101)])
    assert (found.least, found.middle, found.p95) == (1.0, 50.5, 95.0)
    assert not found.within
    assert "PAST 90" in table([found])


def test_every_measure_has_a_name_of_its_own() -> None:
    names = [measure.name for measure in all_measures()]
    assert names
    assert len(set(names)) == len(names)


def test_the_command_writes_what_it_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "all_measures", lambda: [Measure("counting", counting, times=5)])
    out = tmp_path / "made" / "bench.json"
    assert command.main(["--out", str(out), "count"]) == 0
    assert [one["name"] for one in json.loads(out.read_text())["figures"]] == ["counting"]
    assert "counting" in capsys.readouterr().out


def test_a_name_that_no_measure_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        command.main(["--out", str(tmp_path / "bench.json"), "no such measure"])
