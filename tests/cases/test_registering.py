from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from justice_desk.accounts.rules import CaseAbsent
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import CaseState, KnowledgeImpossible
from justice_desk.foundations.fields import FieldMissing
from justice_desk.foundations.ids import CaseId
from justice_desk.jurisdictions.rules import CodeUnknown
from tests.desks import DeskInUse, Desks
from tests.intakes import CANARY, intake
from tests.jurisdictions.third import THIRD

SATURDAY_NIGHT = datetime(2026, 3, 8, 3, 10, tzinfo=UTC)


def test_a_suspicion_makes_a_case_one_that_must_be_remitted_at_once(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(suspicion=True))
    assert case.state is CaseState.MUST_REMIT
    assert case.exclusions == ("trafficking",)
    assert case.excluded


def test_a_form_of_exploitation_is_suspicion_enough(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(exploitation=("por_determinar", "trabajo_forzoso", "por_determinar")))
    assert case.state is CaseState.MUST_REMIT
    assert case.exploitation == ("por_determinar", "trabajo_forzoso")


def test_a_case_without_suspicion_waits_to_be_assessed_and_nothing_runs(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake())
    assert case.state is CaseState.REGISTERED
    assert not case.excluded
    assert case.deadlines == ()


def test_what_was_told_is_kept_as_it_was_told(bolivia: DeskInUse) -> None:
    told = intake(known_exactly=False, urgent=True, missing_person=True)
    case = bolivia.cases().case(bolivia.cases().register(told).id)
    assert (case.title, case.place, case.account) == (told.title, told.place, CANARY)
    assert (case.known_at, case.known_exactly, case.channel) == (told.known_at, False, told.channel)
    assert (case.urgent, case.missing_person, case.opened_by, case.own) == (True, True, "Ana Ejemplo", True)


def test_deadlines_run_from_knowledge_not_from_typing_and_through_a_sunday(bolivia: DeskInUse) -> None:
    bolivia.clock.at = SATURDAY_NIGHT + timedelta(hours=14)
    case = bolivia.cases().register(intake(SATURDAY_NIGHT, suspicion=True))
    due = {one.kind: (one.starts_at, one.due_at, one.standing) for one in case.deadlines}
    assert due == {
        "AVISO_INMEDIATO": (SATURDAY_NIGHT, SATURDAY_NIGHT + timedelta(hours=1), Standing.OVERDUE),
        "REMISION_ESCRITA": (SATURDAY_NIGHT, SATURDAY_NIGHT + timedelta(hours=24), Standing.TODAY),
    }


def test_guatemala_has_its_own_deadlines(guatemala: DeskInUse) -> None:
    case = guatemala.suspected()
    assert {one.kind for one in case.deadlines} == {"AVISO_INMEDIATO", "REMISION_ESCRITA", "ACTIVAR_ERI"}
    assert case.number.startswith("AC-GT-")


def test_a_missing_person_is_a_deadline_at_once_also_without_suspicion(bolivia: DeskInUse) -> None:
    bolivia.clock.turn(minutes=50)
    case = bolivia.cases().register(intake(missing_person=True))
    assert case.state is CaseState.REGISTERED
    assert [(one.kind, one.standing) for one in case.deadlines] == [("ALERTA_DESAPARICION", Standing.TODAY)]
    bolivia.clock.turn(minutes=11)
    assert bolivia.cases().case(case.id).deadlines[0].standing is Standing.OVERDUE


def test_a_third_country_needs_no_line_of_code(desks: Desks) -> None:
    desk = desks(THIRD, alone=True)
    case = desk.suspected()
    assert case.number == "XX-051299-A-2026-0001"
    assert {one.kind: one.due_at - one.starts_at for one in case.deadlines} == {
        "AVISO": timedelta(hours=2),
        "PAPEL": timedelta(hours=40),
    }
    assert desk.community().profile().label("case_state", case.state) == "remision_obligatoria (es)"


@pytest.mark.parametrize("away", [timedelta(seconds=1), timedelta(days=-366 * 30, seconds=-1)])
def test_a_moment_that_cannot_be_right_leaves_no_case_and_uses_no_number(bolivia: DeskInUse, away: timedelta) -> None:
    with pytest.raises(KnowledgeImpossible):
        bolivia.cases().register(intake(bolivia.clock() + away))
    assert bolivia.cases().cases() == []
    assert bolivia.suspected().number.endswith("-0001")


def test_a_form_of_exploitation_that_is_not_in_the_countrys_list_is_refused(bolivia: DeskInUse) -> None:
    with pytest.raises(CodeUnknown) as caught:
        bolivia.cases().register(intake(exploitation=("prostitucion_ajena",)))
    assert (caught.value.family, caught.value.code) == ("exploitation", "prostitucion_ajena")
    with pytest.raises(FieldMissing):
        bolivia.cases().register(intake(account=" "))
    assert bolivia.cases().cases() == []


def test_a_case_that_does_not_exist_is_absent(bolivia: DeskInUse) -> None:
    with pytest.raises(CaseAbsent):
        bolivia.cases().case(CaseId("no such case"))
    with pytest.raises(CaseAbsent):
        bolivia.cases().case(bolivia.open_case("ana"))


def test_the_list_shows_the_newest_first_with_what_is_due_next(bolivia: DeskInUse) -> None:
    first = bolivia.suspected()
    bolivia.clock.turn(hours=2)
    second = bolivia.unclear()
    newest, oldest = bolivia.cases().cases()
    assert (newest.id, oldest.id) == (second.id, first.id)
    assert (newest.next_due, newest.next_standing) == (None, None)
    assert (oldest.next_due, oldest.next_standing) == (first.known_at + timedelta(hours=1), Standing.OVERDUE)
    assert (oldest.excluded, oldest.state, newest.excluded) == (True, CaseState.MUST_REMIT, False)


def test_the_deadlines_of_all_cases_come_in_the_order_in_which_they_are_due(bolivia: DeskInUse) -> None:
    later = bolivia.suspected()
    bolivia.clock.turn(hours=30)
    bolivia.unclear()
    bolivia.cases().register(intake(later.known_at + timedelta(hours=20), suspicion=True))
    due = bolivia.cases().deadlines()
    assert [one.due_at for one in due] == sorted(one.due_at for one in due)
    assert len(due) == 4


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.lists(st.integers(0, 4 * 24 * 60), min_size=1, max_size=6))
def test_numbers_have_no_gap_in_any_year_of_the_countrys_zone(guatemala: DeskInUse, minutes: list[int]) -> None:
    zone = ZoneInfo("America/Guatemala")
    for after in sorted(minutes):
        guatemala.clock.at = datetime(2029, 12, 30, tzinfo=UTC) + timedelta(minutes=after)
        case = guatemala.unclear()
        assert f"-{(guatemala.clock.at - timedelta(hours=6)).year}-" in case.number
    by_year: dict[int, list[int]] = {}
    for line in guatemala.cases().cases():
        by_year.setdefault(line.opened_at.astimezone(zone).year, []).append(int(line.number[-4:]))
    for serials in by_year.values():
        assert sorted(serials) == list(range(1, len(serials) + 1))


@pytest.mark.parametrize(
    ("country", "utc_hour", "year"), [("bo", 3, 2026), ("bo", 4, 2027), ("gt", 5, 2026), ("gt", 6, 2027)]
)
def test_a_new_year_begins_at_midnight_in_the_country(desks: Desks, country: str, utc_hour: int, year: int) -> None:
    desk = desks(country)
    desk.clock.at = datetime(2027, 1, 1, utc_hour, 30, tzinfo=UTC)
    assert desk.unclear().number.endswith(f"-{year}-0001")
