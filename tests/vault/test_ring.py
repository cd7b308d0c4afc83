from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import NotAdmitted, StoreClosed, StoreDamaged
from justice_desk.vault.keys import KeyPair
from justice_desk.vault.records import ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import (
    ID_LENGTH,
    RECOVERY,
    KeyRing,
    create_scope,
    holders,
    newest,
    secret_id,
    withdraw,
)
from justice_desk.vault.rules import CASE_SCOPES, Scope
from tests.stores import DeskAtHand

OWNER = "019caef4-ba40-7dd1-bddf-abb72d6b16c6"
LABEL = "cases.summary:1"


def scope_for(desk: DeskAtHand, session: Session, *who: str, scope: Scope = Scope.IDENTITY) -> None:
    admitted = {desk.id_of(one): desk.ring_of(one).public for one in who}
    create_scope(session, desk.vault.store, OWNER, scope, admitted, KeyPair.fresh())


def test_those_admitted_read_what_was_sealed_and_others_do_not(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana", "carla")
        sealed = desk.ring_of("berta").seal(session, OWNER, Scope.IDENTITY, b"a name", LABEL)
        for reader in ("ana", "carla"):
            assert desk.ring_of(reader).open(session, OWNER, Scope.IDENTITY, sealed, LABEL) == b"a name"
        for stranger in ("berta", "delia"):
            with pytest.raises(NotAdmitted):
                desk.ring_of(stranger).open(session, OWNER, Scope.IDENTITY, sealed, LABEL)


@pytest.mark.parametrize("cut", [0, 1, 51, 52, 53, 100, 131])
def test_sealed_bytes_that_were_cut_do_not_open(cut: int, desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        ring = desk.ring_of("ana")
        sealed = ring.seal(session, OWNER, Scope.IDENTITY, bytes(32), LABEL)
        assert len(sealed) == 132
        with pytest.raises(StoreDamaged):
            ring.open(session, OWNER, Scope.IDENTITY, sealed[:cut], LABEL)


def test_sealed_bytes_do_not_open_in_another_place(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        scope_for(desk, session, "ana", scope=Scope.SUMMARY)
        ring = desk.ring_of("ana")
        sealed = ring.seal(session, OWNER, Scope.IDENTITY, b"a name", LABEL)
        for owner, scope, label in [
            (OWNER, Scope.IDENTITY, "cases.summary:2"),
            (OWNER, Scope.SUMMARY, LABEL),
            ("another", Scope.IDENTITY, LABEL),
        ]:
            with pytest.raises(StoreDamaged):
                ring.open(session, owner, scope, sealed, label)
        moved = secret_id(OWNER, Scope.SUMMARY, 1).encode() + sealed[ID_LENGTH:]
        with pytest.raises(StoreDamaged):
            ring.open(session, OWNER, Scope.SUMMARY, moved, LABEL)


def test_a_sealed_key_of_another_person_does_not_open(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        key = newest(session, OWNER, Scope.IDENTITY)
        hers = session.get_one(WrapRecord, (key.id, desk.id_of("ana")))
        session.add(WrapRecord(key_id=key.id, person_id=desk.id_of("berta"), box=hers.box))
        session.flush()
        with pytest.raises(StoreDamaged):
            desk.ring_of("berta").open_scope(session, OWNER, Scope.IDENTITY)


def test_a_scope_without_a_key_admits_nobody(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        ring = desk.ring_of("ana")
        asked: list[Callable[[], object]] = [
            lambda: ring.seal(session, OWNER, Scope.IDENTITY, b"", LABEL),
            lambda: ring.open_scope(session, OWNER, Scope.IDENTITY),
            lambda: ring.share(session, OWNER, Scope.IDENTITY, PersonId("x"), ring.public),
            lambda: ring.digest(session, OWNER, Scope.IDENTITY, "text"),
            lambda: holders(session, OWNER, Scope.IDENTITY),
        ]
        for ask in asked:
            with pytest.raises(NotAdmitted) as caught:
                ask()
            assert (caught.value.owner, caught.value.scope) == (OWNER, Scope.IDENTITY)


def test_whoever_is_admitted_later_reads_what_was_written_before_in_every_generation(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        ana, carla = desk.ring_of("ana"), desk.ring_of("carla")
        sealed = []
        for generation in (1, 2, 3):
            scope_for(desk, session, "ana")
            sealed.append(ana.seal(session, OWNER, Scope.IDENTITY, f"{generation}".encode(), LABEL))
        with pytest.raises(NotAdmitted):
            ana.share(session, OWNER, Scope.TESTIMONY, desk.id_of("carla"), carla.public)
        ana.share(session, OWNER, Scope.IDENTITY, desk.id_of("carla"), carla.public)
        opened = [carla.open(session, OWNER, Scope.IDENTITY, box, LABEL) for box in sealed]
    assert opened == [b"1", b"2", b"3"]


def test_one_shares_what_one_holds_and_no_more(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "carla")
        former = desk.ring_of("carla").seal(session, OWNER, Scope.IDENTITY, b"former", LABEL)
        scope_for(desk, session, "carla", "ana")
        present = desk.ring_of("carla").seal(session, OWNER, Scope.IDENTITY, b"present", LABEL)
        delia = desk.ring_of("delia")
        with pytest.raises(NotAdmitted):
            desk.ring_of("berta").share(session, OWNER, Scope.IDENTITY, desk.id_of("delia"), delia.public)
        desk.ring_of("ana").share(session, OWNER, Scope.IDENTITY, desk.id_of("delia"), delia.public)
        assert delia.open(session, OWNER, Scope.IDENTITY, present, LABEL) == b"present"
        with pytest.raises(NotAdmitted):
            delia.open(session, OWNER, Scope.IDENTITY, former, LABEL)


def test_sharing_twice_changes_nothing(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        for _ in range(2):
            desk.ring_of("ana").share(session, OWNER, Scope.IDENTITY, desk.id_of("delia"), desk.ring_of("delia").public)
        assert holders(session, OWNER, Scope.IDENTITY) == {desk.id_of("ana"), desk.id_of("delia")}


def test_whoever_is_withdrawn_holds_no_generation_of_any_scope(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        for scope in (*CASE_SCOPES, *CASE_SCOPES):
            scope_for(desk, session, "ana", "carla", scope=scope)
        withdraw(session, OWNER, desk.id_of("carla"))
        withdraw(session, OWNER, desk.id_of("carla"))
        left = session.scalars(select(WrapRecord).where(WrapRecord.person_id == desk.id_of("carla")))
        assert [wrap for wrap in left if wrap.key_id.startswith(OWNER)] == []
        assert desk.ring_of("ana").open_scope(session, OWNER, Scope.IDENTITY)


def test_the_way_back_on_paper_is_never_withdrawn(desk: DeskAtHand) -> None:
    with desk.vault.session() as session, pytest.raises(ValueError, match="paper"):
        withdraw(session, OWNER, RECOVERY)


def test_an_opened_scope_can_be_forgotten(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        ring = desk.ring_of("ana")
        ring.open_scope(session, OWNER, Scope.IDENTITY)
        withdraw(session, OWNER, desk.id_of("ana"))
        ring.forget("another")
        assert ring.open_scope(session, OWNER, Scope.IDENTITY)
        ring.forget(OWNER)
        with pytest.raises(NotAdmitted):
            ring.open_scope(session, OWNER, Scope.IDENTITY)


def test_a_key_that_is_not_the_one_that_was_made_is_noticed(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        key = newest(session, OWNER, Scope.IDENTITY)
        assert desk.ring_of("ana").holds(session, key)
        key.public = KeyPair.fresh().public
        assert not desk.ring_of("ana").holds(session, key)


def test_a_wiped_ring_does_nothing_any_more(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        ring = desk.ring_of("ana")
        sealed = ring.seal(session, OWNER, Scope.IDENTITY, b"a name", LABEL)
        ring.open(session, OWNER, Scope.IDENTITY, sealed, LABEL)
        held = list(ring._opened.values())
        ring.wipe()
        assert held == [bytearray(32)]
        asked: list[Callable[[], object]] = [
            lambda: ring.open(session, OWNER, Scope.IDENTITY, sealed, LABEL),
            lambda: ring.seal_own(b"", "drafts:1"),
            lambda: ring.open_own(b"", "drafts:1"),
            lambda: ring.sign(b""),
            lambda: ring.public,
            lambda: ring.verifying,
        ]
        for ask in asked:
            with pytest.raises(StoreClosed):
                ask()


def test_what_is_ones_own_opens_for_nobody_else_and_in_no_other_place(desk: DeskAtHand) -> None:
    ana, berta = desk.ring_of("ana"), desk.ring_of("berta")
    sealed = ana.seal_own(b"unfinished", "drafts:1")
    assert ana.open_own(sealed, "drafts:1") == b"unfinished"
    posing = KeyRing(desk.vault.store, desk.id_of("ana"), desk.template.keys["berta"])
    for ring, label in [(berta, "drafts:1"), (ana, "drafts:2"), (posing, "drafts:1")]:
        with pytest.raises(StoreDamaged) as caught:
            ring.open_own(sealed, label)
        assert caught.value.part == label


def test_a_sealed_key_is_no_draft_and_a_draft_no_sealed_key(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana")
        key = newest(session, OWNER, Scope.IDENTITY)
        wrap = session.get_one(WrapRecord, (key.id, desk.id_of("ana")))
        with pytest.raises(StoreDamaged):
            desk.ring_of("ana").open_own(wrap.box, f"wraps:{key.id}")
        wrap.box = desk.ring_of("ana").seal_own(bytes(32), f"wraps:{key.id}")
        with pytest.raises(StoreDamaged):
            desk.ring_of("ana").open_scope(session, OWNER, Scope.IDENTITY)


def test_a_digest_can_be_tried_out_only_by_those_who_hold_the_scope(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        scope_for(desk, session, "ana", "carla", scope=Scope.SUMMARY)
        scope_for(desk, session, "ana", scope=Scope.IDENTITY)
        digest = desk.ring_of("ana").digest(session, OWNER, Scope.SUMMARY, "María")
        assert digest == desk.ring_of("carla").digest(session, OWNER, Scope.SUMMARY, "Mari\u0301a")
        assert digest != desk.ring_of("ana").digest(session, OWNER, Scope.IDENTITY, "María")
        assert digest.startswith("1:")
        assert "Mar" not in digest
        with pytest.raises(NotAdmitted):
            desk.ring_of("berta").digest(session, OWNER, Scope.SUMMARY, "María")


def test_a_keys_identifier_is_readable_and_of_one_length() -> None:
    for scope in CASE_SCOPES:
        assert len(secret_id(OWNER, scope, 99_999)) == ID_LENGTH
    with pytest.raises(ValueError, match="36"):
        secret_id(OWNER * 2, Scope.SUMMARY, 1)


def test_generations_are_counted(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        for _ in range(3):
            scope_for(desk, session, "ana")
        assert newest(session, OWNER, Scope.IDENTITY).generation == 3
        owned = select(ScopedKeyRecord.generation).where(ScopedKeyRecord.owner == OWNER)
        assert sorted(session.scalars(owned)) == [1, 2, 3]
