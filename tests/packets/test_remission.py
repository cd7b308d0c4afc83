from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from justice_desk.custody.rules import GENESIS, CustodyEvent, CustodyKind, chained
from justice_desk.packets.fingerprints import fingerprint, written_signing_key
from justice_desk.packets.remission import (
    CUSTODY_FILE,
    REMISSION_FILE,
    custody_head,
    read_remission,
    write_custody,
    write_remission,
)
from justice_desk.packets.rules import (
    CaseReference,
    CustodyChain,
    Kind,
    Level,
    PacketRefused,
    PlanRefused,
    Sender,
    Step,
)
from justice_desk.packets.sources import measure_bytes
from justice_desk.packets.views import Remission
from tests.packets.making import (
    EVENTS,
    LA_PAZ,
    NO_CASE,
    NONCE,
    PACKET,
    SENDER_CODE,
    Offices,
    a_plan,
    enclosure,
    told_anew,
    with_custody,
)


def read(files: dict[str, bytes]) -> Remission:
    return read_remission(files[REMISSION_FILE], files[CUSTODY_FILE])


def refusal(files: dict[str, bytes]) -> str:
    with pytest.raises(PacketRefused) as refused:
        read(files)
    assert refused.value.step is Step.SCHEMA
    return refused.value.reason


def test_what_was_planned_is_what_is_read(offices: Offices, honest_files: dict[str, bytes]) -> None:
    told = read(honest_files)
    assert (told.packet_id, told.kind, told.level, told.language) == (PACKET, Kind.REMISSION, Level.RESERVED, "es")
    assert (told.sequence, told.previous_sha256) == (1, None)
    assert told.created_at == datetime(2026, 11, 20, 15, 4, tzinfo=LA_PAZ)
    assert told.acknowledge_by == datetime(2026, 11, 22, 15, 4, tzinfo=LA_PAZ)
    assert told.sender == Sender(SENDER_CODE, "Autoridad ficticia", "Secretaría de actas")
    assert told.sealed_by == written_signing_key(offices.public)
    assert [addressee.key for addressee in told.recipients] == [fingerprint(str(offices.receiver.to_public()))]
    assert told.case == CaseReference("JIOC-BO-000000-A-2026-0003", 12, "FICT-0001", "CUD")
    assert [document.path for document in told.documents] == ["data/docs/01-oficio.pdf", "data/evidencia/E001.jpg"]
    assert told.documents[0].sha256 == measure_bytes(b"%PDF-1.7 oficio ficticio").sha256
    assert told.annexes[0].keys == (fingerprint(str(offices.reader.to_public())),)
    assert (told.custody, told.custody_head) == (EVENTS, custody_head(EVENTS))
    assert (told.htcds, told.nonce) == (NO_CASE, NONCE)


def test_identities_are_nowhere_in_the_open_part(honest_files: dict[str, bytes]) -> None:
    assert not any(b"Nombre Ficticio" in content for content in honest_files.values())


def test_a_plan_that_the_schema_does_not_take_says_where(offices: Offices) -> None:
    plan = a_plan(offices, annex=None, documents=(enclosure(),), case=CaseReference("caso de prueba", 1))
    with pytest.raises(PlanRefused) as refused:
        write_remission(plan, offices.public, {"data/docs/01-oficio.pdf": measure_bytes(b"")}, None)
    assert refused.value.field == "case/case_no"


def test_a_naive_moment_is_not_written(offices: Offices) -> None:
    plan = a_plan(offices, annex=None, documents=(), created_at=datetime(2026, 11, 20, 15, 4))  # noqa: DTZ001 - the fault
    with pytest.raises(PlanRefused) as refused:
        write_remission(plan, offices.public, {}, None)
    assert refused.value.field == "created"


def test_the_chain_of_custody_is_hashed_as_the_custody_room_hashes_it() -> None:
    event = CustodyEvent(
        datetime(2026, 11, 20, 19, 0, tzinfo=UTC),
        CustodyKind.SEALED,
        "Enlace E-01",
        "",
        "Oficina",
        "cerrado",
        "Sobre 7",
    )
    other = CustodyEvent(
        datetime(2026, 11, 20, 20, 0, tzinfo=UTC), CustodyKind.DISPATCHED, "Enlace E-01", "A-01", "", "", ""
    )
    head = chained(chained(GENESIS, event), other)
    events = (event.to_json(), other.to_json())
    assert custody_head(events) == head.hex()
    assert write_custody(PACKET, CustodyChain(events, head.hex()))


def test_a_packet_may_go_before_anything_happened_to_it() -> None:
    assert write_custody(PACKET, CustodyChain((), "0" * 64))


def test_events_that_do_not_lead_to_their_head_are_not_sent() -> None:
    with pytest.raises(PlanRefused) as refused:
        write_custody(PACKET, CustodyChain(EVENTS[:1], custody_head(EVENTS)))
    assert refused.value.field == "custody"


def test_an_event_of_another_form_is_not_sent() -> None:
    events = ({**EVENTS[0], "name": "Nombre Ficticio"},)
    with pytest.raises(PlanRefused):
        write_custody(PACKET, CustodyChain(events, custody_head(events)))


@pytest.mark.parametrize(
    "change",
    [
        lambda custody: custody["events"].pop(),
        lambda custody: custody["events"].reverse(),
        lambda custody: custody["events"][0].update(place="Otra oficina"),
        lambda custody: custody.update(head="0" * 64),
        lambda custody: custody.update(head=custody_head(EVENTS[:1]), events=[dict(EVENTS[0])]),
    ],
)
def test_a_chain_that_was_touched_is_refused(honest_files: dict[str, bytes], change: Callable[[Any], object]) -> None:
    assert refusal(with_custody(honest_files, change)) == "custody does not lead to its head"


def test_the_custody_of_another_packet_is_refused(honest_files: dict[str, bytes]) -> None:
    changed = with_custody(honest_files, lambda custody: custody.update(packet_id="JD-zzzzzzzzzzzzz"))
    assert refusal(changed) == "custody of another packet"


@pytest.mark.parametrize(("sequence", "previous"), [(2, None), (1, "a" * 64)])
def test_only_the_first_packet_has_none_before_it(
    honest_files: dict[str, bytes], sequence: int, previous: str | None
) -> None:
    changed = told_anew(honest_files, lambda told: told.update(sequence=sequence, previous=previous))
    assert refusal(changed) == "sequence"


@pytest.mark.parametrize(
    "moment", ["2026-13-01T00:00:00-04:00", "2026-02-30T00:00:00-04:00", "2026-02-03T00:00:00+99:00"]
)
def test_a_moment_that_never_was_is_refused(honest_files: dict[str, bytes], moment: str) -> None:
    assert refusal(told_anew(honest_files, lambda told: told.update(created=moment))) == "no such moment"
