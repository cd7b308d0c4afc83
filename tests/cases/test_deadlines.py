import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import begin
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.deadlines import EARLY_COUNTS, meet_by, start
from justice_desk.cases.reading import load
from justice_desk.cases.rules import AgeStatus, PartyRole
from justice_desk.cases.views import DeadlineView
from justice_desk.communities.profiles import adopt, adopted
from justice_desk.communities.reading import own_community
from justice_desk.foundations.ids import CaseId
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.jurisdictions.rules import DeadlineRule, Profile, Trigger
from tests.desks import DeskInUse
from tests.intakes import intake, own_matter, party
from tests.stores import START

NOTICE, CHILD_NOTICE = "aviso", "victima_NNA"


def act(desk: DeskInUse, case: CaseId, what: str, at: datetime, subject: str = "", note: str = "") -> None:
    with begin(desk.acting("ana"), UseCase.LOG_ORAL_NOTICE, case) as work:
        meet_by(work, load(work, case), what, at, subject, note)
        work.commit(Act())


def deadlines(desk: DeskInUse, case: CaseId) -> dict[str, DeadlineView]:
    found = desk.cases().case(case).deadlines
    assert len({one.kind for one in found}) == len(found)
    return {one.kind: one for one in found}


def test_an_act_meets_what_the_country_says_it_meets_and_nothing_else(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    bolivia.clock.turn(minutes=30)
    act(bolivia, case, NOTICE, bolivia.clock())
    act(bolivia, case, "asistencia", bolivia.clock())
    found = deadlines(bolivia, case)
    assert found["AVISO_INMEDIATO"].standing is Standing.MET
    assert found["REMISION_ESCRITA"].met_at is None
    act(bolivia, case, "despacho", bolivia.clock.turn(hours=30), note="no había camino")
    found = deadlines(bolivia, case)
    assert (found["REMISION_ESCRITA"].standing, found["REMISION_ESCRITA"].note) == (
        Standing.MET_LATE,
        "no había camino",
    )


def test_the_first_act_that_meets_a_deadline_counts(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    first = bolivia.clock.turn(minutes=20)
    act(bolivia, case, NOTICE, first, note="primero")
    act(bolivia, case, NOTICE, bolivia.clock.turn(hours=2), note="segundo")
    found = deadlines(bolivia, case)["AVISO_INMEDIATO"]
    assert (found.met_at, found.note) == (first, "primero")


def test_a_notice_given_before_the_alert_meets_what_the_alert_starts(bolivia: DeskInUse) -> None:
    case = bolivia.unclear()
    first = bolivia.clock.turn(minutes=20)
    act(bolivia, case.id, NOTICE, first, note="se avisó por si acaso")
    act(bolivia, case.id, NOTICE, bolivia.clock.turn(hours=50))
    assert bolivia.cases().case(case.id).deadlines == ()
    assert bolivia.cases().deadlines() == []
    bolivia.cases().alert(case.id, (), "ahora se sospecha")
    found = deadlines(bolivia, case.id)
    assert (found["AVISO_INMEDIATO"].starts_at, found["AVISO_INMEDIATO"].met_at) == (case.known_at, first)
    assert (found["AVISO_INMEDIATO"].standing, found["AVISO_INMEDIATO"].note) == (Standing.MET, "se avisó por si acaso")
    assert found["REMISION_ESCRITA"].met_at is None


def test_child_protection_that_was_told_before_the_child_was_written_down_was_told(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    told = bolivia.clock.turn(minutes=40)
    act(bolivia, case, CHILD_NOTICE, told)
    assert "AVISO_DNA" not in deadlines(bolivia, case)
    bolivia.clock.turn(hours=30)
    bolivia.parties().add(case, party(PartyRole.VICTIM, AgeStatus.UNKNOWN))
    found = deadlines(bolivia, case)["AVISO_DNA"]
    assert (found.met_at, found.standing) == (told, Standing.MET)


@pytest.mark.parametrize(
    ("before", "counts"), [(timedelta(minutes=10), True), (EARLY_COUNTS, True), (EARLY_COUNTS * 2, False)]
)
def test_in_an_own_matter_only_what_was_done_just_before_the_alert_is_about_it(
    bolivia: DeskInUse, before: timedelta, counts: bool
) -> None:
    case = bolivia.unclear().id
    act(bolivia, case, NOTICE, bolivia.clock())
    bolivia.cases().assess(case, own_matter())
    bolivia.clock.turn(hours=24 * 60)
    act(bolivia, case, NOTICE, bolivia.clock() - before)
    bolivia.cases().alert(case, (), "en plena audiencia")
    met_at = deadlines(bolivia, case)["AVISO_INMEDIATO"].met_at
    assert met_at == (bolivia.clock() - before if counts else None)


def test_a_deadline_of_the_case_is_met_by_an_act_about_one_thing_in_it(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    act(bolivia, case, "despacho", bolivia.clock(), "one handoff")
    assert deadlines(bolivia, case)["REMISION_ESCRITA"].met_at == bolivia.clock()


def test_what_runs_for_one_thing_is_not_met_by_an_act_about_another(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    with begin(bolivia.acting("ana"), UseCase.DELIVER_HANDOFF, case) as work:
        for handoff in ("first", "second", "second"):
            start(work, load(work, case), Trigger.DISPATCHED, work.now, handoff)
        work.commit(Act())
    act(bolivia, case, "acuse", bolivia.clock(), "second")
    running = {one.subject for one in bolivia.cases().deadlines() if one.kind == "ACUSE_RECIBO"}
    assert running == {"first"}


def longer(profile: Profile) -> Profile:
    def twice(rule: DeadlineRule) -> DeadlineRule:
        return replace(rule, hours=rule.hours * 2)

    return replace(profile, version="2", name="Bolivia, más tarde", deadlines=tuple(map(twice, profile.deadlines)))


def test_a_newer_profile_of_the_program_does_not_change_an_old_case(bolivia: DeskInUse) -> None:
    old = bolivia.unclear()
    with begin(bolivia.acting("ana"), UseCase.ENTER_TERM) as work:
        community = own_community(work)
        before = community.profile
        community.profile = adopt(work, longer(load_profile("bo")))
        assert community.profile != before
        work.commit(Act())
    bolivia.cases().alert(old.id, (), "ahora se sospecha")
    new = bolivia.cases().register(intake(START, suspicion=True))
    assert deadlines(bolivia, old.id)["REMISION_ESCRITA"].due_at == START + timedelta(hours=24)
    assert deadlines(bolivia, new.id)["REMISION_ESCRITA"].due_at == START + timedelta(hours=48)
    assert bolivia.community().profile().version == "2"


def test_a_profile_is_adopted_once_and_read_back_as_it_was(bolivia: DeskInUse) -> None:
    with begin(bolivia.acting("ana"), UseCase.ENTER_TERM) as work:
        profile = load_profile("bo")
        digest = adopt(work, profile)
        assert adopt(work, profile) == digest == own_community(work).profile
        assert adopted(work, digest) == profile
        assert json.dumps(profile.to_json(), sort_keys=True)
        work.commit(Act())


def test_a_deadline_that_the_profile_no_longer_names_is_shown_all_the_same(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    with begin(bolivia.acting("ana"), UseCase.ENTER_TERM) as work:
        bare = replace(load_profile("bo"), deadlines=())
        load(work, case).profile = adopt(work, bare)
        work.commit(Act())
    assert {one.severity.value for one in bolivia.cases().case(case).deadlines} == {"medium"}
    assert bolivia.parties().add(case, party(PartyRole.VICTIM, AgeStatus.CHILD)).as_child
