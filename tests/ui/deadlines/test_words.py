from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.ids import CaseId
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.jurisdictions.rules import Severity
from tests.stores import START
from ui.appearance import Appearance
from ui.deadlines.words import distance_text, due_text, standing_state
from ui.widgets.badge import Tone

ZONE = ZoneInfo("America/La_Paz")
VIEW = DeadlineView(
    case=CaseId("a-case"),
    case_number="JIOC-BO-051299-A-2026-0001",
    kind="REMISION_ESCRITA",
    subject="",
    starts_at=START,
    due_at=START + timedelta(hours=24),
    met_at=None,
    standing=Standing.SOON,
    severity=Severity.CRITICAL,
    note="",
)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=30), "ahora"),
        (timedelta(minutes=5), "en 5 min"),
        (timedelta(minutes=-5), "hace 5 min"),
        (timedelta(hours=5), "en 5 h"),
        (timedelta(hours=-30), "hace 30 h"),
        (timedelta(days=3, hours=4), "en 3 días"),
        (timedelta(days=-9), "hace 9 días"),
    ],
)
def test_how_far_a_moment_is_is_told_in_the_unit_that_fits(appearance: Appearance, left: timedelta, words: str) -> None:
    assert distance_text(left) == words


def test_a_deadline_says_until_when_or_when_it_was_met(appearance: Appearance) -> None:
    assert due_text(VIEW, START, ZONE) == "Hasta el 3 mar 2026, 10:30 (en 24 h)"
    met = replace(VIEW, met_at=START + timedelta(hours=2))
    assert due_text(met, START, ZONE) == "Cumplido el 2 mar 2026, 12:30"


def test_a_gentle_deadline_is_never_called_overdue(appearance: Appearance) -> None:
    profile = load_profile("bo")
    assert standing_state(profile, Standing.OVERDUE, Severity.CRITICAL).tone is Tone.DANGER
    gentle = standing_state(profile, Standing.OVERDUE, Severity.MEDIUM)
    assert gentle.word == "Todavía pendiente"
    assert gentle.tone is Tone.WARNING


@pytest.mark.parametrize("country", ["bo", "gt"])
def test_every_standing_has_a_word_and_a_shape(appearance: Appearance, country: str) -> None:
    profile = load_profile(country)
    states = [standing_state(profile, standing) for standing in Standing]
    assert all(state.word for state in states)
    assert {state.tone for state in states} == set(Tone)
