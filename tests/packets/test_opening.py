import dataclasses
import io
import os
from pathlib import Path
from typing import IO, Any, NoReturn

import pytest
from pyrage import x25519

from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.packets import bag
from justice_desk.packets.opening import open_packet, verify_packet
from justice_desk.packets.remission import CONTEXT_FILE, CUSTODY_FILE, REMISSION_FILE
from justice_desk.packets.rules import (
    MAX_PACKET,
    PACKET_FILE,
    DriveGone,
    IdentityUnreadable,
    KeyDirectory,
    KeyStatus,
    PacketMissing,
    PacketRefused,
    Part,
    Step,
)
from tests.packets.making import (
    PACKET,
    SENDER_CODE,
    Heard,
    Offices,
    StopsAfter,
    encrypted,
    laid_down,
    refused,
    refused_files,
    sealed,
)


def test_what_was_sealed_is_opened(offices: Offices, drive: Path, workspace: Path) -> None:
    packet = sealed(offices, drive)
    with open_packet(packet.folder, offices.identity, offices.directory, Unwatched()) as opened:
        told = opened.remission
        contents = [opened.document(document).read() for document in told.documents]
        assert opened.verified.signer.code == SENDER_CODE
    assert contents == [b"%PDF-1.7 oficio ficticio", b"imagen ficticia"]
    assert told.packet_id == PACKET


def test_whoever_opened_it_can_read_out_the_code_that_the_sender_expects(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    verified = verify_packet(packet.folder, offices.identity, offices.directory, Unwatched())
    assert verified.acknowledgement == packet.acknowledgement
    assert verified.sha256 == packet.sha256


def test_a_packet_is_found_by_its_folder_or_its_file(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    by_file = verify_packet(packet.folder / PACKET_FILE, offices.identity, offices.directory, Unwatched())
    assert by_file == verify_packet(packet.folder, offices.identity, offices.directory, Unwatched())


def test_the_annex_opens_for_its_reader_only(offices: Offices, drive: Path, workspace: Path) -> None:
    packet = sealed(offices, drive)
    with open_packet(packet.folder, offices.identity, offices.directory, Unwatched()) as opened:
        (annex,) = opened.remission.annexes
        with opened.annex(annex, str(offices.reader)) as inside:
            assert inside.identities == ({"code": "V-01", "given": "Nombre Ficticio", "age": 15},)
            assert inside.files == ("hoja-reservada.pdf",)
            assert inside.open("hoja-reservada.pdf").read() == b"%PDF-1.7 hoja ficticia"
        with pytest.raises(PacketRefused) as refusal, opened.annex(annex, offices.identity):
            pytest.fail("it was opened")
        assert refusal.value.step is Step.DECRYPTION


def test_a_document_can_be_read_in_pieces_and_twice(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    with open_packet(packet.folder, offices.identity, offices.directory, Unwatched()) as opened:
        document = opened.remission.documents[0]
        one, other = opened.document(document), opened.document(document)
        assert one.read(4) + other.read(4) + one.read() == b"%PDF%PDF-1.7 oficio ficticio"


def test_plaintext_lies_where_only_its_owner_looks_and_is_gone_afterwards(
    offices: Offices, drive: Path, workspace: Path
) -> None:
    packet = sealed(offices, drive)
    with open_packet(packet.folder, offices.identity, offices.directory, Unwatched()):
        (private,) = workspace.iterdir()
        assert private.stat().st_mode & 0o777 == 0o700
        assert list(private.iterdir()) == []
    assert list(workspace.iterdir()) == []


def test_a_workspace_of_one_s_own_can_be_given(offices: Offices, drive: Path, tmp_path: Path) -> None:
    packet = sealed(offices, drive)
    own = tmp_path / "own"
    own.mkdir()
    with open_packet(packet.folder, offices.identity, offices.directory, Unwatched(), workspace=own):
        assert len(list(own.iterdir())) == 1
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("part", [Part.DECRYPTING, Part.CHECKING])
def test_opening_can_be_stopped(offices: Offices, drive: Path, workspace: Path, part: Part) -> None:
    packet = sealed(offices, drive)
    with (
        pytest.raises(Cancelled),
        open_packet(packet.folder, offices.identity, offices.directory, StopsAfter(part, 0.5)),
    ):
        pytest.fail("it was opened")


def test_progress_comes_to_its_end(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    heard = Heard()
    verify_packet(packet.folder, offices.identity, offices.directory, heard)
    assert list(heard.steps) == [Part.DECRYPTING, Part.CHECKING]
    assert heard.steps[Part.DECRYPTING][-1] == (packet.size, packet.size)


# ---- before a key is tried


def test_where_nothing_is_nothing_is_opened(offices: Offices, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none", tmp_path / PACKET_FILE):
        with pytest.raises(PacketMissing):
            verify_packet(place, offices.identity, offices.directory, Unwatched())


def test_a_key_that_is_none_is_told_before_the_drive_is_touched(offices: Offices, tmp_path: Path) -> None:
    with pytest.raises(IdentityUnreadable):
        verify_packet(tmp_path / "none", "clave", offices.directory, Unwatched())


@pytest.mark.parametrize("size", [0, 15, MAX_PACKET + 1])
def test_a_file_of_impossible_size_is_not_read(offices: Offices, tmp_path: Path, size: int) -> None:
    place = laid_down(tmp_path, b"")
    os.truncate(place / PACKET_FILE, size)
    assert refused(offices, place).step is Step.SIZE


def test_a_hostile_header_is_refused_unread(offices: Offices, tmp_path: Path, workspace: Path) -> None:
    assert refused(offices, laid_down(tmp_path, b"age-encryption.org/v1\n" + b"-> a\n" * 1000)).step is Step.HEADER
    assert refused(offices, laid_down(tmp_path, b"PK\3\4" + bytes(1000))).step is Step.HEADER


def test_a_truncated_packet_is_refused_wherever_it_was_cut(
    offices: Offices, tmp_path: Path, workspace: Path, honest_archive: bytes
) -> None:
    age = encrypted(honest_archive + bytes(100_000), offices.receiver)
    for size in {*range(0, len(age), 4_099), len(age) - 1, len(age) - 16, len(age) - 65_552}:
        assert refused(offices, laid_down(tmp_path, age[:size])).step in {Step.SIZE, Step.HEADER, Step.DECRYPTION}


def test_a_packet_for_another_key_stays_closed(offices: Offices, drive: Path, workspace: Path) -> None:
    packet = sealed(offices, drive)
    other = str(x25519.Identity.generate())
    assert refused(offices, packet.folder, identity=other).step is Step.DECRYPTION


def test_a_drive_that_is_pulled_out_is_told_as_that(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = sealed(offices, drive)

    class Gone(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    honest_open = Path.open

    def pulled(path: Path, mode: str = "r") -> IO[Any]:
        return Gone() if path.name == PACKET_FILE else honest_open(path, mode)

    monkeypatch.setattr(Path, "open", pulled)
    with pytest.raises(DriveGone):
        verify_packet(packet.folder, offices.identity, offices.directory, Unwatched())


def test_a_drive_that_cannot_be_read_at_all_is_told_as_that(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = sealed(offices, drive)

    def refuse(*_: object) -> NoReturn:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DriveGone):
        verify_packet(packet.folder, offices.identity, offices.directory, Unwatched())


def test_a_full_disk_while_decrypting_is_told_as_that(
    offices: Offices, drive: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = sealed(offices, drive)

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: Full())
    with pytest.raises(DiskFull):
        verify_packet(packet.folder, offices.identity, offices.directory, Unwatched())


# ---- archive, seal, lists


def test_an_archive_that_is_not_canonical_is_refused(
    offices: Offices, tmp_path: Path, workspace: Path, honest_archive: bytes
) -> None:
    place = laid_down(tmp_path, encrypted(honest_archive + b"\0", offices.receiver))
    assert refused(offices, place).step is Step.ARCHIVE


def test_a_root_that_is_no_packet_s_name_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    assert refused_files(offices, tmp_path, honest_files, "CASO-0003").step is Step.ARCHIVE


@pytest.mark.parametrize("missing", [bag.TAG_MANIFEST, bag.SEAL])
def test_a_packet_without_its_seal_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], missing: str
) -> None:
    del honest_files[missing]
    assert refused_files(offices, tmp_path, honest_files).step is Step.SEAL


def test_a_seal_that_is_too_long_is_not_read(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    honest_files[bag.SEAL] += b"A" * 5000
    assert refused_files(offices, tmp_path, honest_files).step is Step.SEAL


def test_a_signer_that_was_never_met_is_refused(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    assert refused(offices, packet.folder, directory=KeyDirectory(())).reason == "unknown signer"


@pytest.mark.parametrize("status", [KeyStatus.UNVERIFIED, KeyStatus.REVOKED])
def test_a_signer_that_was_not_verified_is_refused(offices: Offices, drive: Path, status: KeyStatus) -> None:
    packet = sealed(offices, drive)
    known = KeyDirectory(tuple(dataclasses.replace(signer, status=status) for signer in offices.directory.signers))
    assert refused(offices, packet.folder, directory=known).step is Step.SEAL


def test_a_changed_list_breaks_the_seal(offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]) -> None:
    honest_files[bag.TAG_MANIFEST] += b"0" * 64 + b"  extra.txt\n"
    assert refused_files(offices, tmp_path, honest_files).reason == "false signature"


@pytest.mark.parametrize(
    "path",
    ["data/docs/01-oficio.pdf", REMISSION_FILE, CUSTODY_FILE, CONTEXT_FILE, bag.MANIFEST, bag.BAGIT, bag.READ_ME],
)
def test_a_changed_file_is_found_by_its_hash(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], path: str
) -> None:
    first = bytes([honest_files[path][0] ^ 1])
    honest_files[path] = first + honest_files[path][1:]
    assert refused_files(offices, tmp_path, honest_files).step is Step.HASHES


def test_a_checksum_that_lies_is_refused(offices: Offices, tmp_path: Path, honest_archive: bytes) -> None:
    changed = honest_archive.replace(b"imagen ficticia", b"imagen FICTICIA")
    place = laid_down(tmp_path, encrypted(changed, offices.receiver))
    assert refused(offices, place).reason == "checksum"


@pytest.mark.parametrize("path", ["data/docs/99-extra.pdf", "extra.txt", "data/extra.txt", "datos/x"])
def test_a_file_that_no_list_names_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], path: str
) -> None:
    honest_files[path] = b"planted"
    refusal = refused_files(offices, tmp_path, honest_files)
    assert (refusal.step, refusal.reason) == (Step.LISTING, "a file is missing, or one is not listed")


@pytest.mark.parametrize("path", ["data/docs/01-oficio.pdf", CONTEXT_FILE, bag.READ_ME, bag.BAGIT, bag.MANIFEST])
def test_a_listed_file_that_is_missing_is_refused(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes], path: str
) -> None:
    del honest_files[path]
    assert refused_files(offices, tmp_path, honest_files).step is Step.LISTING


def test_nothing_of_a_refused_packet_stays(
    offices: Offices, tmp_path: Path, workspace: Path, honest_files: dict[str, bytes]
) -> None:
    honest_files["data/docs/01-oficio.pdf"] = b"changed"
    refused_files(offices, tmp_path, honest_files)
    assert list(workspace.iterdir()) == []
