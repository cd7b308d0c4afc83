"""How speed is measured: a measure prepares in a folder of its own, then is timed several times.

A module of this folder called `measure_….py` offers `MEASURES`, a tuple of `Measure`. Nothing here fails when something
is slow: a machine that is busy would fail what is right. The table says where a bound is passed, and people read it.
"""

import importlib
import pkgutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import tests.benchmarks

ROW = "{:<52} {:>10} {:>10} {:>10}  {}"


@dataclass(frozen=True)
class Measure:
    """Something that is timed.

    `prepared` takes an empty folder and gives, for as long as the measure lasts, the act that is timed. `bound` is the
    milliseconds that 95 of 100 times shall stay within, None where the figure is only for comparing. `peer` names the
    measure it is compared with in the same run, `ratio` how many times that one's middle it may take.
    """

    name: str
    prepared: Callable[[Path], AbstractContextManager[Callable[[], object]]]
    times: int = 20
    bound: float | None = None
    peer: str = ""
    ratio: float | None = None


@dataclass(frozen=True)
class Figure:
    """What came of a measure, in milliseconds."""

    name: str
    times: int
    least: float
    middle: float
    p95: float
    bound: float | None
    peer: str = ""
    ratio: float | None = None

    @property
    def within(self) -> bool:
        """Whether the bound was kept; where there is none, it was."""
        return self.bound is None or self.p95 <= self.bound


def all_measures() -> list[Measure]:
    """Return the measures of every module, in the order of their names."""
    found: list[Measure] = []
    for module in pkgutil.iter_modules(tests.benchmarks.__path__):
        if module.name.startswith("measure_"):
            found += importlib.import_module(f"{tests.benchmarks.__name__}.{module.name}").MEASURES
    return sorted(found, key=lambda measure: measure.name)


def taken(measure: Measure) -> Figure:
    """Take a measure, after one time that does not count."""
    with (
        tempfile.TemporaryDirectory(prefix="justice-desk-bench-") as folder,
        measure.prepared(Path(folder)) as act,
    ):
        act()
        return figure(measure, [_milliseconds(act) for _ in range(measure.times)])


def figure(measure: Measure, times: Sequence[float]) -> Figure:
    """Return what a series of times says."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return Figure(
        measure.name,
        len(ordered),
        ordered[0],
        statistics.median(ordered),
        p95,
        measure.bound,
        measure.peer,
        measure.ratio,
    )


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as people read them."""
    lines = [ROW.format("milliseconds", "least", "middle", "95 %", "")]
    for one in figures:
        bound = "" if one.bound is None else f"{'within' if one.within else 'PAST'} {one.bound:g}"
        if (times := ratio_of(one, figures)) is not None:
            verdict = "" if one.ratio is None else f" ({'within' if times <= one.ratio else 'PAST'} {one.ratio:g})"
            bound = f"{bound} {times:.2f} x {one.peer}{verdict}".strip()
        lines.append(ROW.format(one.name, f"{one.least:.2f}", f"{one.middle:.2f}", f"{one.p95:.2f}", bound).rstrip())
    return "\n".join(lines)


def ratio_of(one: Figure, figures: Sequence[Figure]) -> float | None:
    """Return how many times its peer's middle a figure took, None where its peer was not measured."""
    peer = next((other for other in figures if other.name == one.peer), None)
    return None if peer is None or not peer.middle else one.middle / peer.middle


def _milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000
