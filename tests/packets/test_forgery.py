import dataclasses
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyrage import x25519

from justice_desk.foundations.canonical import canonical
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets import bag
from justice_desk.packets.opening import verify_packet
from justice_desk.packets.remission import CONTEXT_FILE, CUSTODY_FILE, REMISSION_FILE
from justice_desk.packets.rules import (
    Arrival,
    KeyDirectory,
    PacketId,
    PacketRefused,
    Step,
)
from justice_desk.packets.seal import seal
from justice_desk.packets.sources import measure_bytes
from tests.packets.making import (
    PACKET,
    SENDER_CODE,
    Offices,
    archive_of,
    encrypted,
    fresh_offices,
    laid_down,
    oxum_told,
    refused,
    refused_files,
    relisted,
    sealed,
    told_anew,
    with_custody,
)


def forged(offices: Offices, folder: Path, files: dict[str, bytes]) -> PacketRefused:
    return refused_files(offices, folder, relisted(oxum_told(files), offices.signing))


def test_the_forger_s_tools_make_honest_packets_too(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    again = relisted(oxum_told(honest_files), offices.signing)
    assert again == honest_files
    place = laid_down(tmp_path, encrypted(archive_of(again), offices.receiver))
    assert verify_packet(place, offices.identity, offices.directory, Unwatched()).remission.packet_id == PACKET


def test_a_tag_file_more_or_less_is_refused(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    assert forged(offices, tmp_path, {**honest_files, "extra.txt": b""}).step is Step.LISTING
    del honest_files[bag.READ_ME]
    assert forged(offices, tmp_path, honest_files).step is Step.LISTING


def test_a_payload_outside_its_folder_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    honest_files[bag.MANIFEST] += b"0" * 64 + b"  zz.txt\n"
    tags = {path: content for path, content in honest_files.items() if path in bag.TAG_FILES}
    listed = bag.manifest({path: measure_bytes(content).sha256 for path, content in tags.items()})
    files = {**honest_files, bag.TAG_MANIFEST: listed, bag.SEAL: seal(listed, offices.signing)}
    assert refused_files(offices, tmp_path, files).reason == "payload outside its folder"


def test_a_document_that_nobody_tells_of_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    refusal = forged(offices, tmp_path, {**honest_files, "data/docs/99.pdf": b"planted"})
    assert refusal.reason == "documents are not those that are told of"


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["documents"].pop(),
        lambda told: told["documents"][0].update(bytes=1),
        lambda told: told["documents"][0].update(sha256="0" * 64),
        lambda told: told["documents"][0].update(file="data/docs/otro.pdf"),
        lambda told: told["annexes"].clear(),
    ],
)
def test_a_telling_that_does_not_fit_the_files_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], change: Callable[[Any], object]
) -> None:
    assert forged(offices, tmp_path, told_anew(honest_files, change)).step is Step.LISTING


def test_a_document_told_of_twice_is_refused(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    twice = told_anew(honest_files, lambda told: told["documents"].append(told["documents"][0]))
    assert forged(offices, tmp_path, twice).reason == "twice the same document"


@pytest.mark.parametrize("missing", [REMISSION_FILE, CUSTODY_FILE])
def test_a_packet_that_does_not_tell_what_it_is_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], missing: str
) -> None:
    files = oxum_told(honest_files)
    del files[missing]
    assert refused_files(offices, tmp_path, relisted(files, offices.signing)).step is Step.LISTING


def test_a_packet_without_its_context_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    del honest_files[CONTEXT_FILE]
    assert forged(offices, tmp_path, honest_files).step is Step.LISTING


@pytest.mark.parametrize(
    ("text", "step"),
    [
        (b'{"a":1,"a":1}', Step.JSON),
        (b"[" * 100, Step.JSON),
        (b"{}", Step.SCHEMA),
        (b"null", Step.SCHEMA),
    ],
)
def test_a_telling_in_bad_json_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], text: bytes, step: Step
) -> None:
    files = {**oxum_told(honest_files), REMISSION_FILE: text}
    assert refused_files(offices, tmp_path, relisted(files, offices.signing)).step is step


def test_the_checks_come_in_their_order(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    worst = {**honest_files, "planted.txt": b"", REMISSION_FILE: b"{"}
    assert refused_files(offices, tmp_path, {**worst, bag.SEAL: b"x"}).step is Step.SEAL
    assert refused_files(offices, tmp_path, worst).step is Step.HASHES
    assert refused_files(offices, tmp_path, {**honest_files, "planted.txt": b""}).step is Step.LISTING
    bad = told_anew({**honest_files, REMISSION_FILE: canonical({"a": 1})}, lambda told: told)
    assert refused_files(offices, tmp_path, relisted(bad, offices.signing)).step is Step.SCHEMA


def test_a_packet_under_another_packet_s_name_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    assert refused_files(offices, tmp_path, honest_files, "JD-zzzzzzzzzzzzz").reason == "name of another packet"


def test_one_office_cannot_seal_in_the_name_of_another(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    renamed = told_anew(honest_files, lambda told: told["from"].update(code="BO-999999-A"))
    assert forged(offices, tmp_path, renamed).reason == "sealed by another office than the sender"
    other = fresh_offices()
    known = KeyDirectory((*offices.directory.signers, *other.directory.signers))
    files = relisted(honest_files, other.signing)
    place = laid_down(tmp_path, encrypted(archive_of(files), offices.receiver))
    assert refused(offices, place, directory=known).step is Step.SEAL


@pytest.mark.parametrize("path", [bag.BAG_INFO, bag.BAGIT])
def test_a_bag_that_speaks_of_another_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], path: str
) -> None:
    files = {**honest_files, path: honest_files[path] + b"Note: x\n"}
    assert refused_files(offices, tmp_path, relisted(files, offices.signing)).step is Step.LISTING


def test_custody_that_was_touched_is_refused(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    touched = with_custody(honest_files, lambda custody: custody["events"].pop())
    assert forged(offices, tmp_path, touched).step is Step.SCHEMA


def test_a_packet_passed_on_to_somebody_else_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    other = x25519.Identity.generate()
    place = laid_down(tmp_path, encrypted(archive_of(honest_files), other))
    assert refused(offices, place, identity=str(other)).step is Step.RECIPIENT


def test_a_packet_that_came_before_is_refused(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    before = Arrival(SENDER_CODE, 1, packet.packet_id, packet.sha256)
    assert refused(offices, packet.folder, arrivals=(before,)).step is Step.SEQUENCE
    other = Arrival(SENDER_CODE, 1, PacketId("JD-zzzzzzzzzzzzz"), "0" * 64)
    assert refused(offices, packet.folder, arrivals=(other,)).step is Step.SEQUENCE


def test_a_packet_that_follows_another_says_which(offices: Offices, tmp_path: Path) -> None:
    first = sealed(offices, tmp_path / "one", packet_id=PacketId("JD-aaaaaaaaaaaaa"))
    second = sealed(offices, tmp_path / "two", sequence=2, previous_sha256=first.sha256)
    before = Arrival(SENDER_CODE, 1, first.packet_id, first.sha256)
    told = verify_packet(second.folder, offices.identity, offices.directory, Unwatched(), (before,)).remission
    assert (told.sequence, told.previous_sha256) == (2, first.sha256)
    doubted = dataclasses.replace(before, sha256="0" * 64)
    assert refused(offices, second.folder, arrivals=(doubted,)).step is Step.SEQUENCE


HUNGRY = r"""
    import json, re, resource, sys
    from pathlib import Path
    from justice_desk.foundations.progress import Unwatched
    from justice_desk.packets.opening import verify_packet
    from justice_desk.packets.rules import KeyDirectory, KnownSigner, KeyStatus, PacketRefused
    told = json.loads(sys.stdin.read())
    known = KeyDirectory((KnownSigner(told["code"], "", bytes.fromhex(told["public"]), KeyStatus.VERIFIED),))
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    try:
        verify_packet(Path(told["place"]), told["identity"], known, Unwatched())
    except PacketRefused as refused:
        print(refused.step, re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.parametrize("kind", ["deep", "wide", "many files", "long header"])
def test_a_hostile_packet_is_refused_in_little_memory(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], kind: str
) -> None:
    if kind == "long header":
        place = laid_down(tmp_path, b"age-encryption.org/v1\n" + b"-> a-grease " + b"x" * (64 << 20))
    else:
        text = {"deep": b"[" * (2 << 20), "wide": b"[" + b"[]," * 600_000 + b"[]]", "many files": b"{}"}[kind]
        files = {**oxum_told(honest_files), REMISSION_FILE: text}
        if kind == "many files":
            files |= {f"data/docs/{n:04}.pdf": b"" for n in range(4_900)}
        place = laid_down(tmp_path, encrypted(archive_of(relisted(files, offices.signing)), offices.receiver))
    told = json.dumps(
        {"code": SENDER_CODE, "public": offices.public.hex(), "place": str(place), "identity": offices.identity}
    )
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(HUNGRY)],
        input=told,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    step, kilobytes = ended.stdout.split()
    assert step in {Step.JSON, Step.HEADER, Step.SCHEMA}
    assert int(kilobytes) < 128 << 10
