"""Holds the measured coverage to its bounds, and prints it room by room.

Run as `python -m tests.house.coverage_gate build/coverage.json` after `coverage json`. Rules must be covered line by
line and branch by branch; the rest of the house and the screens have a bound each. Exits 1 where one is missed, 2
where nothing was measured.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

HOUSE = 95.0
"""Percent of lines and branches of `justice_desk/` without its rules."""
SCREENS = 90.0
"""Percent of lines and branches of `ui/`."""
ROW = "{:<34} {:>7} {:>8} {:>8}  {}"


@dataclass(frozen=True)
class Measured:
    """How much of a file, or of several, the tests went through: lines and branches together, as coverage counts."""

    place: str
    reached: int
    all: int
    missing: str = ""

    @property
    def percent(self) -> float:
        """Percent reached; what holds nothing is wholly reached."""
        return 100.0 * self.reached / self.all if self.all else 100.0


@dataclass(frozen=True)
class Verdict:
    """The rows to show, and what is below its bound."""

    rows: tuple[tuple[str, str, str, str, str], ...]
    failures: tuple[str, ...]


def measured(report: Mapping[str, Any]) -> list[Measured]:
    """Return what coverage's JSON report says of each file."""
    found = []
    for name, file in report["files"].items():
        summary = file["summary"]
        lines = [str(line) for line in file["missing_lines"]]
        branches = [f"{start}→{'end' if to < 0 else to}" for start, to in file.get("missing_branches", [])]
        found.append(
            Measured(
                PurePosixPath(name.replace("\\", "/")).as_posix(),
                summary["covered_lines"] + summary.get("covered_branches", 0),
                summary["num_statements"] + summary.get("num_branches", 0),
                " ".join([*lines, *branches]),
            )
        )
    return sorted(found, key=lambda one: one.place)


def is_rules(place: str) -> bool:
    """Say whether a file holds rules: by its name, or because a country profile is read and checked in it."""
    path = PurePosixPath(place)
    return place.startswith("justice_desk/") and (
        path.stem == "rules" or path.stem.endswith("_rules") or "jurisdictions" in path.parts
    )


def judged(files: Iterable[Measured], house: float = HOUSE, screens: float = SCREENS) -> Verdict:
    """Hold the files to the bounds."""
    files = list(files)
    rules = [one for one in files if is_rules(one.place)]
    rest = [one for one in files if one.place.startswith("justice_desk/") and not is_rules(one.place)]
    seen = [one for one in files if one.place.startswith("ui/")]
    failures = [
        f"{one.place}: rules are covered wholly; not reached: {shortened(one.missing)}"
        for one in rules
        if one.percent < 100
    ]
    totals = []
    for name, group, bound in (
        ("rules", rules, 100.0),
        ("the rest of the house", rest, house),
        ("screens", seen, screens),
    ):
        total = together(name, group)
        totals.append(_row(total, f"at least {bound:g}"))
        if total.percent < bound:
            failures.append(f"{name}: {total.percent:.2f} % reached, at least {bound:g} % is asked")
    rooms = [_row(room, "") for room in by_room(files)]
    return Verdict((*rooms, *totals), tuple(failures))


def by_room(files: Iterable[Measured]) -> list[Measured]:
    """Add the files up by their folder."""
    rooms: dict[str, list[Measured]] = {}
    for one in files:
        rooms.setdefault("/".join(PurePosixPath(one.place).parts[:2][: one.place.count("/")]), []).append(one)
    return [together(name, rooms[name]) for name in sorted(rooms)]


def together(place: str, files: Iterable[Measured]) -> Measured:
    """Add files up."""
    files = list(files)
    return Measured(place, sum(one.reached for one in files), sum(one.all for one in files))


def shortened(text: str, length: int = 110) -> str:
    """Return text that fits a line."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _row(one: Measured, note: str) -> tuple[str, str, str, str, str]:
    return (one.place, str(one.reached), str(one.all), f"{one.percent:.2f} %", note)


def worst(files: Iterable[Measured], count: int = 15) -> list[Measured]:
    """Return the files with most that is not reached."""
    left = [one for one in files if one.reached < one.all]
    return sorted(left, key=lambda one: one.reached - one.all)[:count]


def main(arguments: list[str]) -> int:
    """Print the verdict and return the exit status."""
    files = measured(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    if not files:
        print("coverage: nothing was measured")  # noqa: T201 - a command of the house
        return 2
    verdict = judged(files)
    lines = [ROW.format("room", "reached", "of", "percent", "")]
    lines += [ROW.format(*row) for row in verdict.rows]
    lines += ["", "Most not reached:"]
    lines += [f"  {one.place} {one.percent:.1f} %: {shortened(one.missing)}" for one in worst(files)]
    lines += ["", *(f"BELOW ITS BOUND  {failure}" for failure in verdict.failures)]
    print("\n".join(line.rstrip() for line in lines))  # noqa: T201 - as above
    return 1 if verdict.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
