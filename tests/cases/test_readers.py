import pytest
from sqlalchemy import inspect, text

from justice_desk.accounts.rules import CaseAbsent, LastReader, NotPermitted, PersonAbsent, Role, UseCase
from justice_desk.accounts.service import AccountService
from justice_desk.cases.rules import AgeStatus, NobodyAdmitted, PartyRole
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.errors import NotAdmitted
from justice_desk.vault.keys import BoxRefused, open_sealed
from justice_desk.vault.records import ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import ID_LENGTH, holders
from justice_desk.vault.rules import CASE_SCOPES, Scope
from tests.desks import DeskInUse
from tests.intakes import IDENTITY, intake, party

CANARIES = ("Titulo canario", "Lugar canario", "Relato canario", IDENTITY.given_names)


def written(desk: DeskInUse) -> CaseId:
    told = intake(desk.clock(), title=CANARIES[0], place=CANARIES[1], account=CANARIES[2], suspicion=True)
    case = desk.cases("ana").register(told).id
    victim = desk.parties("ana").add(case, party(PartyRole.VICTIM, AgeStatus.CHILD)).id
    desk.parties("ana").write_identity(case, victim, IDENTITY)
    return case


def everything_that_opens(desk: DeskInUse, who: str) -> str:
    """Return, in one text, every plain cell of the store and all that the keys of a person open in it."""
    ring, found = desk.ring_of(who), list[str]()
    private = desk.template.keys[who].agreement.private
    with desk.vault.session(reading=True) as session:
        keys = list(session.query(ScopedKeyRecord))
        held = [key for key in keys if session.get(WrapRecord, (key.id, ring.person)) is not None]
        for name in inspect(session.connection()).get_table_names():
            if name == "profiles":
                continue
            for row in session.execute(text(f'SELECT * FROM "{name}"')):  # noqa: S608 - names of our own tables
                cells = row._asdict()
                found += [str(value) for value in cells.values() if not isinstance(value, bytes)]
                for column, value in cells.items():
                    if not isinstance(value, bytes):
                        continue
                    for key in held:
                        secret = ring.secret_of(session, key)
                        label = f"{name}.{column}:{cells.get('id')}"
                        whole = {"store": desk.vault.store, "owner": key.owner, "scope": key.scope, "label": label}
                        for opener in (secret, private):
                            try:
                                found.append(open_sealed(opener, value[ID_LENGTH:], whole).decode(errors="replace"))
                            except BoxRefused:
                                continue
    return "\n".join(found)


def test_an_excluded_relative_finds_no_trace_of_what_the_case_says(bolivia: DeskInUse) -> None:
    case = written(bolivia)
    before = everything_that_opens(bolivia, "carla")
    assert CANARIES[0] in before
    assert CANARIES[2] in before
    bolivia.readers("ana").exclude(case, bolivia.id_of("carla"))
    bolivia.cases("ana").alert(case, (), "Motivo canario")
    after = everything_that_opens(bolivia, "carla")
    assert [canary for canary in (*CANARIES, "Motivo canario") if canary in after] == []


def test_who_can_read_a_case_is_told_by_keys(bolivia: DeskInUse) -> None:
    case = written(bolivia)
    bolivia.readers("ana").exclude(case, bolivia.id_of("carla"))
    readers = {reader.person: reader for reader in bolivia.readers("ana").readers(case)}
    ana, berta, carla, delia = (readers[bolivia.id_of(who)] for who in ("ana", "berta", "carla", "delia"))
    assert (ana.opens, ana.me, ana.taken_off) == (frozenset(CASE_SCOPES), True, False)
    assert (berta.opens, berta.roles) == (frozenset({Scope.SUMMARY}), frozenset({Role.CLERK}))
    assert (carla.opens, carla.taken_off) == (frozenset(), True)
    assert (delia.opens, delia.taken_off) == (frozenset(), False)
    with pytest.raises(CaseAbsent):
        bolivia.readers("carla").readers(case)


def test_somebody_who_was_taken_off_is_admitted_again(bolivia: DeskInUse) -> None:
    case = written(bolivia)
    bolivia.readers("ana").exclude(case, bolivia.id_of("carla"))
    bolivia.readers("ana").admit(case, bolivia.id_of("carla"))
    assert bolivia.cases("carla").case(case).account == CANARIES[2]
    line = bolivia.accounts("ana").history_of(case)[0]
    assert (line.action, line.about, line.alone) == (UseCase.ADMIT_PERSON.value, bolivia.id_of("carla"), True)
    bolivia.readers("ana").admit(case, bolivia.id_of("carla"))


def test_a_defender_who_is_called_to_a_case_works_on_it_as_on_her_own(bolivia: DeskInUse) -> None:
    case = written(bolivia)
    bolivia.readers("ana").admit(case, bolivia.id_of("delia"))
    assert bolivia.cases("delia").case(case).own
    assert bolivia.cases("delia").case(case).account == CANARIES[2]


def test_nobody_gives_more_than_they_hold(bolivia: DeskInUse) -> None:
    case = bolivia.cases("berta").register(intake(bolivia.clock()), [bolivia.id_of("carla")]).id
    with pytest.raises(NotPermitted):
        bolivia.readers("berta").admit(case, bolivia.id_of("carla"))
    with pytest.raises(PersonAbsent):
        bolivia.readers("ana").admit(case, PersonId("nadie"))
    AccountService(bolivia.acting("ana")).remove_person(bolivia.id_of("delia"))
    with pytest.raises(PersonAbsent):
        bolivia.readers("ana").admit(case, bolivia.id_of("delia"))
    posing = bolivia.posing_reader("delia", "ana")
    with pytest.raises(CaseAbsent):
        posing.admit(case, bolivia.id_of("carla"))


def test_the_last_one_who_opens_a_part_is_not_taken_off(bolivia: DeskInUse) -> None:
    case = bolivia.cases("ana").register(intake(bolivia.clock()), [bolivia.id_of("carla")]).id
    with pytest.raises(LastReader):
        bolivia.readers("ana").exclude(case, bolivia.id_of("ana"))
    bolivia.readers("ana").exclude(case, bolivia.id_of("berta"))
    with pytest.raises(NobodyAdmitted):
        bolivia.readers("ana").exclude(case, bolivia.id_of("ana"))
    with bolivia.vault.session(reading=True) as session:
        assert bolivia.id_of("ana") in holders(session, case, Scope.IDENTITY)


def test_somebody_whose_roles_open_nothing_is_not_admitted(bolivia: DeskInUse) -> None:
    case = written(bolivia)
    with bolivia.vault.session() as session:
        session.execute(text("UPDATE persons SET roles = 'x' WHERE id = :id").bindparams(id=bolivia.id_of("delia")))
        session.commit()
    with pytest.raises(NotAdmitted):
        bolivia.readers("ana").admit(case, bolivia.id_of("delia"))
