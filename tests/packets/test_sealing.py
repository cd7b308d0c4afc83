import io
import json
import os
import tracemalloc
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pyrage import x25519

from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.foundations.resources import resource
from justice_desk.packets import sealing
from justice_desk.packets.bag import READ_ME
from justice_desk.packets.fingerprints import grouped, signing_fingerprint
from justice_desk.packets.receipt import acknowledgement_code
from justice_desk.packets.remission import REMISSION_FILE
from justice_desk.packets.rules import (
    PACKET_FILE,
    SUMS_FILE,
    AnnexPlan,
    EnclosureUnreadable,
    PacketId,
    PacketTooLarge,
    Part,
    PlanRefused,
    ReadBack,
)
from justice_desk.packets.schemas import FOLDER
from justice_desk.packets.sealing import check_plan, seal_packet
from justice_desk.packets.sources import measure_bytes
from tests.packets.making import (
    PACKET,
    Heard,
    Offices,
    StopsAfter,
    a_plan,
    decrypted_bytes,
    enclosure,
    files_of,
    left_on,
    recipient,
    sealed,
)


def test_a_packet_lies_on_the_drive_as_the_format_says(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    assert left_on(drive) == [
        PACKET,
        f"{PACKET}/{SUMS_FILE}",
        f"{PACKET}/{PACKET_FILE}",
        "LEAME-PRIMERO.txt",
    ]
    content = (packet.folder / PACKET_FILE).read_bytes()
    assert (packet.sha256, packet.size) == (measure_bytes(content).sha256, len(content))
    assert (packet.folder / SUMS_FILE).read_text() == f"{packet.sha256}  {PACKET_FILE}\n"
    assert packet.folder == drive / PACKET
    assert packet.read_back in {ReadBack.DIRECT, ReadBack.DROPPED}


def test_the_sender_knows_the_code_that_will_acknowledge_it(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    files = files_of(decrypted_bytes(packet.folder / PACKET_FILE, offices.identity))
    tagmanifest = measure_bytes(files["tagmanifest-sha256.txt"]).sha256
    nonce = bytes.fromhex(json.loads(files[REMISSION_FILE])["nonce"])
    assert packet.tagmanifest_sha256 == tagmanifest
    assert packet.acknowledgement == acknowledgement_code(bytes.fromhex(tagmanifest), nonce)


def test_nothing_on_the_drive_names_anybody(offices: Offices, drive: Path) -> None:
    sealed(offices, drive)
    names = " ".join(left_on(drive))
    for telling in ("ficticia", "2026", "BO-000000", "oficio", "FIS"):
        assert telling.lower() not in names.lower()
    outside = b"".join(path.read_bytes() for path in drive.rglob("*") if path.is_file())
    for word in (b"ficticia", b"BO-000000", b"Nombre", b"Oficio de"):
        assert word not in outside


@pytest.mark.parametrize("text", ["LEAME.txt", "LEAME-PRIMERO.txt"])
def test_no_text_speaks_of_what_a_country_may_not_recognise(text: str) -> None:
    words = resource(FOLDER, text).read_text(encoding="utf-8").lower()
    assert not any(word in words for word in ("jurisdic", "competencia", "declinatoria"))


def test_the_text_inside_tells_what_is_there_and_whose_seal_it_is(
    offices: Offices, honest_files: dict[str, bytes]
) -> None:
    text = honest_files[READ_ME].decode()
    assert "data/docs/01-oficio.pdf     Oficio de remisión (2 fs.)" in text
    assert grouped(signing_fingerprint(offices.public)) in text
    assert "data/anexos/" in text
    assert "$" not in text


def test_a_packet_without_an_annex_says_nothing_of_one(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive, annex=None)
    files = files_of(decrypted_bytes(packet.folder / PACKET_FILE, offices.identity))
    assert packet.annex_name is None
    assert not any("anexos" in path for path in files)
    assert b"anexos" not in files[READ_ME]


def test_the_annex_has_its_own_readers(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    files = files_of(decrypted_bytes(packet.folder / PACKET_FILE, offices.identity))
    annex = drive / "annex.age"
    annex.write_bytes(files[f"data/anexos/{packet.annex_name}.age"])
    inside = decrypted_bytes(annex, str(offices.reader))
    assert b"Nombre Ficticio" in inside
    assert f"{packet.annex_name}/hoja-reservada.pdf".encode() in inside


def test_files_may_come_from_memory_from_a_disk_or_from_the_store(
    offices: Offices, drive: Path, tmp_path: Path
) -> None:
    on_disk = tmp_path / "file"
    on_disk.write_bytes(b"from a disk")
    packet = sealed(
        offices,
        drive,
        documents=(
            enclosure("docs/1.pdf", b"from memory"),
            enclosure("docs/2.pdf", on_disk),
            enclosure("docs/3.pdf", lambda: io.BytesIO(b"from the store")),
            enclosure("docs/4.pdf", b""),
        ),
    )
    files = files_of(decrypted_bytes(packet.folder / PACKET_FILE, offices.identity))
    assert [files[f"data/docs/{n}.pdf"] for n in (1, 2, 3, 4)] == [
        b"from memory",
        b"from a disk",
        b"from the store",
        b"",
    ]


def test_several_offices_may_open_one_packet(offices: Offices, drive: Path) -> None:
    other = x25519.Identity.generate()
    packet = sealed(offices, drive, recipients=(recipient(offices.receiver), recipient(other)))
    age = packet.folder / PACKET_FILE
    assert decrypted_bytes(age, str(other)) == decrypted_bytes(age, offices.identity)


def test_progress_has_three_parts_and_each_comes_to_its_end(offices: Offices, drive: Path) -> None:
    heard = Heard()
    content = os.urandom(3 << 20)
    seal_packet(a_plan(offices, documents=(enclosure(content=content),)), offices.signing, drive, heard)
    assert list(heard.steps) == [Part.MEASURING, Part.WRITING, Part.CHECKING]
    for part in (Part.WRITING, Part.CHECKING):
        done = [step[0] for step in heard.steps[part]]
        assert done == sorted(done)
        assert heard.steps[part][-1][0] == heard.steps[part][-1][1]


@pytest.mark.parametrize("part", [Part.MEASURING, Part.WRITING, Part.CHECKING])
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_stopping_leaves_nothing(offices: Offices, drive: Path, part: Part, share: float) -> None:
    content = os.urandom(5 << 20)
    plan = a_plan(offices, documents=(enclosure(content=content),))
    with pytest.raises(Cancelled):
        seal_packet(plan, offices.signing, drive, StopsAfter(part, share))
    assert left_on(drive) == []


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("packet_id", {"packet_id": PacketId("JD-caso-de-prueba")}),
        ("nonce", {"nonce": b"short"}),
        ("previous", {"sequence": 2}),
        ("previous", {"previous_sha256": "a" * 64}),
        ("documents", {"documents": (enclosure("docs/a.pdf"), enclosure("docs/A.pdf"))}),
        ("documents", {"documents": (enclosure("docs/con.pdf"),)}),
        ("documents/0/file", {"documents": (enclosure("otra/a.pdf"),)}),
        ("documents/0/file", {"documents": (enclosure("docs/../a.pdf"),)}),
        ("recipients", {"recipients": ()}),
        ("custody", {"custody": "broken"}),
        ("htcds", {"htcds": {"cases": []}}),
        ("created", {"created_at": datetime(2026, 11, 20, tzinfo=timezone(timedelta(hours=-4, seconds=36)))}),
    ],
)
def test_a_plan_that_cannot_become_a_packet_is_refused_before_anything_is_written(
    offices: Offices, drive: Path, field: str, changes: dict[str, Any]
) -> None:
    plan = a_plan(offices)
    if changes.get("custody"):
        changes = {"custody": replace(plan.custody, head="0" * 64)}
    with pytest.raises(PlanRefused) as refused:
        seal_packet(replace(plan, **changes), offices.signing, drive, Unwatched())
    assert refused.value.field == field
    assert left_on(drive) == []


def test_recipients_are_keys_that_can_be_read_each_once(offices: Offices) -> None:
    good = recipient(offices.receiver)
    many = tuple(recipient(x25519.Identity.generate()) for _ in range(9))
    for recipients in ((good, good), (replace(good, key="age1"),), (replace(good, key=good.key.upper()),), many):
        with pytest.raises(PlanRefused):
            check_plan(a_plan(offices, recipients=recipients))
    with pytest.raises(PlanRefused):
        check_plan(a_plan(offices, annex=AnnexPlan((), (), {})))
    check_plan(a_plan(offices, recipients=many[:8]))


@pytest.mark.parametrize(
    "annex",
    [
        {"files": {"../hoja.pdf": b""}},
        {"files": {"aux.pdf": b""}},
        {"files": {"identidades.json": b""}},
        {"files": {"a.pdf": b"", "A.pdf": b""}},
        {"identities": ({"code": "V-01", "nickname": "x"},)},
        {"identities": ({"given": "sin código"},)},
    ],
)
def test_an_annex_that_no_system_could_keep_is_refused(offices: Offices, drive: Path, annex: dict[str, Any]) -> None:
    plan = a_plan(offices)
    assert plan.annex is not None
    with pytest.raises(PlanRefused):
        seal_packet(replace(plan, annex=replace(plan.annex, **annex)), offices.signing, drive, Unwatched())
    assert left_on(drive) == []


def test_a_file_that_changes_between_measuring_and_packing_stops_the_sealing(offices: Offices, drive: Path) -> None:
    turns = iter([b"first", b"other"])
    plan = a_plan(offices, documents=(enclosure(content=lambda: io.BytesIO(next(turns))),))
    with pytest.raises(EnclosureUnreadable):
        seal_packet(plan, offices.signing, drive, Unwatched())
    assert left_on(drive) == []


def test_a_file_that_is_missing_stops_the_sealing(offices: Offices, drive: Path, tmp_path: Path) -> None:
    plan = a_plan(offices, documents=(enclosure(content=tmp_path / "none"),))
    with pytest.raises(EnclosureUnreadable):
        seal_packet(plan, offices.signing, drive, Unwatched())
    assert left_on(drive) == []


def test_a_packet_larger_than_a_drive_s_largest_file_is_refused_before_writing(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "MAX_PACKET", 1000)
    with pytest.raises(PacketTooLarge) as refused:
        sealed(offices, drive)
    assert refused.value.size > refused.value.limit == 1000
    assert left_on(drive) == []


def test_no_plaintext_touches_a_disk_while_sealing(
    offices: Offices, drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = tmp_path / "tmp"
    workspace.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(workspace))
    seen: list[bytes] = []

    class Looks:
        def step(self, *_: object) -> None:
            seen.extend(path.read_bytes() for path in (*workspace.rglob("*"), *drive.rglob("*")) if path.is_file())

    content = b"canario " * 200_000
    seal_packet(a_plan(offices, documents=(enclosure(content=content),)), offices.signing, drive, Looks())
    assert seen
    assert not any(b"canario" in found or b"Nombre Ficticio" in found for found in seen)
    assert list(workspace.iterdir()) == []


def test_memory_stays_flat_whatever_the_size(offices: Offices, drive: Path, tmp_path: Path) -> None:
    source = tmp_path / "large"
    source.touch()
    os.truncate(source, 48 << 20)
    plan = a_plan(offices, documents=(enclosure(content=source),))
    tracemalloc.start()
    seal_packet(plan, offices.signing, drive, Unwatched())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20
