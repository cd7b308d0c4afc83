from datetime import timedelta

from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.progress import Unwatched
from justice_desk.foundations.resources import ROOT, resource


def test_the_machines_clock_says_its_offset() -> None:
    assert system_clock().utcoffset() == timedelta()


def test_work_that_nobody_watches_goes_on() -> None:
    Unwatched().step(1, 2, "part")


def test_bundled_files_stand_below_one_folder() -> None:
    assert resource("profiles", "bo.json") == ROOT / "profiles" / "bo.json"
    assert ROOT.name == "resources"
