from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import begin, look
from justice_desk.custody.chain import add_event, chain_of, holder
from justice_desk.custody.rules import ChainedEvent, CustodyEvent, CustodyKind
from justice_desk.foundations.ids import CaseId
from justice_desk.journal.rules import Act
from justice_desk.vault.errors import StoreDamaged
from tests.desks import DeskInUse
from tests.plain import plain_text_of
from tests.stores import START

EVENT = CustodyEvent(START, CustodyKind.SEALED, "autoridad A1B2", "Fiscalía", "Municipio", "Sobre intacto", "JD-1")
SUBJECT = "a handoff"


def with_events(desk: DeskInUse, count: int, subject: str = SUBJECT) -> CaseId:
    case = desk.suspected().id
    for place in range(count):
        with begin(desk.acting("ana"), UseCase.DELIVER_HANDOFF, case) as work:
            link = add_event(work, case, subject, replace(EVENT, at=START + timedelta(minutes=place)))
            assert link.seq == place + 1
            work.commit(Act())
    return case


def read(desk: DeskInUse, case: CaseId, who: str = "ana", subject: str = SUBJECT) -> tuple[ChainedEvent, ...]:
    with look(desk.acting(who), UseCase.READ_CASES, case) as work:
        return chain_of(work, case, subject)


def tamper(desk: DeskInUse, statement: str) -> None:
    with desk.vault.session() as session:
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER custody_events_no_{verb}"))
        session.execute(text(statement))
        session.commit()


def test_events_are_chained_in_the_order_in_which_they_were_added(bolivia: DeskInUse) -> None:
    case = with_events(bolivia, 3)
    links = read(bolivia, case)
    assert [link.seq for link in links] == [1, 2, 3]
    assert [link.event.at for link in links] == [START + timedelta(minutes=place) for place in range(3)]
    assert replace(links[0].event, at=START) == EVENT
    assert read(bolivia, case, "berta") == links
    assert read(bolivia, case, subject="another") == ()


def test_no_event_is_changed_or_deleted(bolivia: DeskInUse) -> None:
    with_events(bolivia, 1)
    for statement in ("UPDATE custody_events SET seq = 2", "DELETE FROM custody_events"):
        with pytest.raises(DBAPIError, match="custody_events: no"), bolivia.vault.session() as session:
            session.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE custody_events SET digest = zeroblob(32) WHERE seq = 2",
        "UPDATE custody_events SET digest = (SELECT digest FROM custody_events WHERE seq = 1) WHERE seq = 2",
    ],
)
def test_a_hash_that_was_changed_is_found_and_the_event_is_named(bolivia: DeskInUse, statement: str) -> None:
    case = with_events(bolivia, 3)
    tamper(bolivia, statement)
    with pytest.raises(StoreDamaged) as caught:
        read(bolivia, case)
    assert caught.value.part == f"custody:{SUBJECT}:2"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM custody_events WHERE seq = 2",
        "DELETE FROM custody_events WHERE seq = 1",
        "UPDATE custody_events SET event = (SELECT event FROM custody_events WHERE seq = 1) WHERE seq = 2",
        "UPDATE custody_events SET event = substr(event, 1, length(event) - 1) WHERE seq = 2",
        "UPDATE custody_events SET seq = 9 WHERE seq = 2",
    ],
)
def test_an_event_that_was_taken_out_or_exchanged_is_found(bolivia: DeskInUse, statement: str) -> None:
    case = with_events(bolivia, 3)
    tamper(bolivia, statement)
    with pytest.raises(StoreDamaged) as caught:
        read(bolivia, case)
    assert SUBJECT in caught.value.part


def test_who_held_it_is_told_by_role_and_code_and_sealed(bolivia: DeskInUse) -> None:
    signed_in = bolivia.signed_in("ana")
    assert holder(signed_in) == f"autoridad {signed_in.person[-4:].upper()}"
    with_events(bolivia, 1)
    assert "Sobre intacto" not in plain_text_of(bolivia)
