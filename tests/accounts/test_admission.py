from itertools import product

import pytest
from sqlalchemy import select, text

from justice_desk.accounts.admission import exclude
from justice_desk.accounts.office import AGE, SIGNING, office_key, office_public
from justice_desk.accounts.records import AdmissionRecord
from justice_desk.accounts.rules import CaseAbsent, Role, UseCase
from justice_desk.accounts.work import Work, begin, look, visible_cases
from justice_desk.foundations.ids import CaseId
from justice_desk.journal.rules import Act
from justice_desk.vault.errors import NotAdmitted
from justice_desk.vault.opening import unlock_with_recovery
from justice_desk.vault.records import WrapRecord
from justice_desk.vault.ring import OFFICE, RECOVERY, KeyRing, holders
from justice_desk.vault.rules import CASE_SCOPES, Scope
from tests.stores import PASSPHRASES, DeskAtHand

ALL = frozenset(CASE_SCOPES)
READS = {"ana": ALL, "berta": frozenset({Scope.SUMMARY}), "carla": ALL, "delia": frozenset[Scope]()}


def opens(desk: DeskAtHand, ring: KeyRing, case: CaseId) -> frozenset[Scope]:
    found = set()
    with desk.vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            try:
                ring.open_scope(session, case, scope)
            except NotAdmitted:
                continue
            found.add(scope)
    return frozenset(found)


def cases_of(desk: DeskAtHand, who: str) -> list[str]:
    with desk.vault.session(reading=True) as session:
        return list(session.scalars(visible_cases(desk.id_of(who))))


def exclude_from(desk: DeskAtHand, case: CaseId, who: str, by: str = "ana") -> None:
    with begin(desk.acting(by), UseCase.EXCLUDE_PERSON, case) as work:
        exclude(work, case, desk.id_of(who))
        work.commit(Act(desk.id_of(who), formal=True))


@pytest.mark.parametrize("who", READS)
def test_a_new_case_is_read_by_those_whose_roles_admit_them(who: str, desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    assert opens(desk, desk.ring_of(who), case) == READS[who]
    assert (case in cases_of(desk, who)) is bool(READS[who])


def test_a_defender_reads_the_case_she_opened(desk: DeskAtHand) -> None:
    case = desk.open_case("delia")
    assert opens(desk, desk.ring_of("delia"), case) == ALL
    with desk.vault.session(reading=True) as session:
        owners = session.scalars(select(AdmissionRecord.person_id).where(AdmissionRecord.own)).all()
    assert owners == [desk.id_of("delia")]


@pytest.mark.parametrize(
    ("opener", "excluded"), list(product(["ana", "berta", "delia"], ["ana", "berta", "carla", "delia"]))
)
def test_whoever_is_excluded_when_it_is_opened_never_reads_it(opener: str, excluded: str, desk: DeskAtHand) -> None:
    case = desk.open_case(opener, excluded=[excluded])
    assert opens(desk, desk.ring_of(excluded), case) == frozenset()
    assert cases_of(desk, excluded) == []


def test_the_code_on_paper_reaches_every_case(desk: DeskAtHand) -> None:
    case = desk.open_case("ana", excluded=["carla"])
    exclude_from(desk, case, "berta")
    desk.vault.close()
    desk.vault, ring = unlock_with_recovery(desk.folder, [desk.template.recovery_code], desk.clock)
    assert opens(desk, ring, case) == ALL
    with desk.vault.session(reading=True) as session:
        assert ring.open_scope(session, OFFICE, Scope.OFFICE)


def test_a_person_excluded_later_finds_no_trace_of_the_case(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    desk.accounts("carla").keep_draft(f"case:{case}", "what she typed")
    desk.accounts("carla").keep_draft("elsewhere", "what she typed elsewhere")
    exclude_from(desk, case, "carla")
    assert opens(desk, desk.ring_of("carla"), case) == frozenset()
    assert cases_of(desk, "carla") == []
    with pytest.raises(CaseAbsent):
        desk.accounts("carla").history_of(case)
    seen = desk.accounts("carla").newest_acts()
    assert {line.action for line in seen} == {"found_desk", "add_person"}
    assert [draft.place for draft in desk.accounts("carla").drafts()] == ["elsewhere"]
    assert desk.accounts("ana").newest_acts()[0].action == "exclude_person"


def test_what_is_written_after_an_exclusion_is_out_of_reach_of_a_kept_key(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    kept = desk.ring_of("carla")
    assert opens(desk, kept, case) == ALL
    with desk.vault.session() as session:
        before = desk.ring_of("ana").seal(session, case, Scope.IDENTITY, b"before", "x")
    exclude_from(desk, case, "carla")
    with desk.vault.session() as session:
        after = desk.ring_of("ana").seal(session, case, Scope.IDENTITY, b"after", "x")
        assert kept.open(session, case, Scope.IDENTITY, before, "x") == b"before"
        with pytest.raises(NotAdmitted):
            kept.open(session, case, Scope.IDENTITY, after, "x")
        for box in (before, after):
            assert desk.ring_of("ana").open(session, case, Scope.IDENTITY, box, "x") in {b"before", b"after"}


def test_an_exclusion_leaves_the_others_as_they_were(desk: DeskAtHand) -> None:
    case, other = desk.open_case("ana"), desk.open_case("ana")
    exclude_from(desk, case, "carla")
    assert opens(desk, desk.ring_of("ana"), case) == ALL
    assert opens(desk, desk.ring_of("berta"), case) == {Scope.SUMMARY}
    assert opens(desk, desk.ring_of("carla"), other) == ALL
    with desk.vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            assert RECOVERY in holders(session, case, scope)


def test_a_person_may_exclude_themselves_while_they_hold_the_case_open(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    persons = desk.acting("ana")
    assert opens(desk, persons.first.ring, case) == ALL
    with begin(persons, UseCase.EXCLUDE_PERSON, case) as work:
        exclude(work, case, desk.id_of("ana"))
        work.commit(Act(desk.id_of("ana"), formal=True))
    assert opens(desk, persons.first.ring, case) == frozenset()
    assert desk.accounts("carla").history_of(case)[0].action == "exclude_person"


def test_excluding_somebody_who_was_never_admitted_changes_nothing(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    exclude_from(desk, case, "delia")
    exclude_from(desk, case, "delia")
    with desk.vault.session(reading=True) as session:
        keys = session.scalars(text("SELECT generation FROM scoped_keys WHERE owner = :case").bindparams(case=case))
        assert set(keys) == {1}


def test_an_exclusion_that_is_not_committed_never_was(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    with begin(desk.acting("ana"), UseCase.EXCLUDE_PERSON, case) as work:
        exclude(work, case, desk.id_of("carla"))
    assert opens(desk, desk.ring_of("carla"), case) == ALL
    assert cases_of(desk, "carla") == [case]


def test_a_newcomer_reads_what_their_roles_admit_them_to_and_no_case_that_is_theirs(desk: DeskAtHand) -> None:
    opened, theirs = desk.open_case("ana"), desk.open_case("ana")
    hidden = desk.open_case("carla", excluded=["ana"])
    exclude_from(desk, opened, "carla")
    made = desk.accounts("ana").add_person(
        "Eva Nueva", frozenset({Role.LIAISON}), PASSPHRASES["ana"] + " nueva", excluded_from=[theirs]
    )
    with desk.vault.session(reading=True) as session:
        held = session.scalars(select(WrapRecord.key_id).where(WrapRecord.person_id == made.id)).all()
        admitted = session.scalars(visible_cases(made.id)).all()
    assert admitted == [opened]
    assert not [key for key in held if key.startswith((theirs, hidden))]
    generations = sorted(key.rstrip(".") for key in held if key.startswith(opened))
    assert generations == sorted(f"{opened}:{scope}:{generation}" for scope in CASE_SCOPES for generation in (1, 2))


def test_a_newcomer_gets_no_more_than_the_one_who_adds_them_holds(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    with desk.vault.session() as session:
        for wrap in session.scalars(select(WrapRecord).where(WrapRecord.person_id == desk.id_of("ana"))).all():
            if f"{case}:{Scope.TESTIMONY}" in wrap.key_id:
                session.delete(wrap)
        session.commit()
    made = desk.accounts("ana").add_person("Eva Nueva", frozenset({Role.LIAISON}), PASSPHRASES["ana"] + " nueva")
    with desk.vault.session(reading=True) as session:
        assert made.id not in holders(session, case, Scope.TESTIMONY)
        assert made.id in holders(session, case, Scope.IDENTITY)


def test_a_new_defender_is_admitted_to_no_case(desk: DeskAtHand) -> None:
    desk.open_case("ana")
    made = desk.accounts("ana").add_person("Eva Nueva", frozenset({Role.DEFENDER}), PASSPHRASES["ana"] + " nueva")
    with desk.vault.session(reading=True) as session:
        assert session.scalars(select(WrapRecord).where(WrapRecord.person_id == made.id)).all() == []
        assert session.scalars(visible_cases(made.id)).all() == []


def office_opens(work: Work) -> bool:
    try:
        return bool(office_key(work, SIGNING)) and bool(office_key(work, AGE))
    except NotAdmitted:
        return False


def test_the_offices_keys_open_for_those_who_seal(desk: DeskAtHand) -> None:
    opened = {}
    for who in READS:
        with look(desk.acting(who), UseCase.READ_JOURNAL) as work:
            opened[who] = office_opens(work)
            assert office_public(work, AGE).startswith("age1")
            assert len(bytes.fromhex(office_public(work, SIGNING))) == 32
    assert opened == {"ana": True, "berta": False, "carla": True, "delia": False}
