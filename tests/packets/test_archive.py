import io
import re
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.packets.archive import (
    MAX_ENTRIES,
    Entry,
    archive_pieces,
    archive_size,
    content_hash,
    laid_out,
    name_fault,
    order_fault,
    scan,
)
from justice_desk.packets.rules import PACKET_ID, EnclosureUnreadable, PacketRefused, Step
from justice_desk.packets.sources import measure_bytes
from tests.packets.making import PACKET, archive_of

HONEST = {"bagit.txt": b"BagIt", "data/a.txt": b"uno", "data/docs/b.pdf": b"dos" * 50, "data/empty.txt": b""}
SEGMENTS = st.from_regex(re.compile(r"[a-z0-9][a-z0-9_-]{0,8}\.?[a-z]{1,3}"), fullmatch=True)
LOCAL, CENTRAL, END = 30, 46, 22


def refusal(archive: bytes) -> str:
    with pytest.raises(PacketRefused) as refused:
        scan(io.BytesIO(archive), len(archive), PACKET_ID)
    assert refused.value.step is Step.ARCHIVE
    return refused.value.reason


def zipped(
    files: dict[str, bytes],
    compression: int = zipfile.ZIP_STORED,
    change: Callable[[zipfile.ZipInfo], object] = lambda _: None,
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{PACKET}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            change(entry)
            archive.writestr(entry, content)
    return target.getvalue()


def at(archive: bytes, place: int, form: str, value: int) -> bytes:
    changed = bytearray(archive)
    struct.pack_into(form, changed, place, value)
    return bytes(changed)


def directory_of(archive: bytes) -> int:
    (start,) = struct.unpack_from("<I", archive, len(archive) - 6)
    return int(start)


def test_an_archive_is_read_as_it_was_written() -> None:
    archive = archive_of(HONEST)
    entries = scan(io.BytesIO(archive), len(archive), PACKET_ID)
    assert archive_size(entries) == len(archive)
    assert {entry.name: archive[entry.content : entry.end] for entry in entries} == {
        f"{PACKET}/{name}": content for name, content in HONEST.items()
    }


def test_another_program_reads_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(archive_of(HONEST))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"{PACKET}/{name}": content for name, content in HONEST.items()
        }
        assert {entry.external_attr for entry in archive.infolist()} == {0o100644 << 16}


def test_another_program_that_writes_canonically_is_read() -> None:
    archive = zipped(dict(sorted(HONEST.items())))
    assert archive == archive_of(HONEST)


@given(st.dictionaries(st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join), st.binary(max_size=200), min_size=1))
def test_any_safe_files_come_back(files: dict[str, bytes]) -> None:
    named = {f"{PACKET}/{name}": content for name, content in files.items()}
    try:
        laid_out([(name, len(content), 0) for name, content in named.items()])
    except ValueError:
        return
    archive = archive_of(files)
    entries = scan(io.BytesIO(archive), len(archive), PACKET_ID)
    assert {entry.name: archive[entry.content : entry.end] for entry in entries} == named


@pytest.mark.parametrize(
    "name",
    [
        f"{PACKET}/../x",
        "../x/y",
        "/etc/passwd",
        f"{PACKET}//x",
        f"{PACKET}/",
        f"{PACKET}/x/",
        PACKET,
        "C:/x",
        "C:x/y",
        f"{PACKET}/a\\b",
        f"{PACKET}/a:b",
        f"{PACKET}/.x",
        f"{PACKET}/x.",
        f"{PACKET}/x ",
        f"{PACKET}/a b",
        f"{PACKET}/a\0b",
        f"{PACKET}/ñ",
        f"{PACKET}/a\nb",
        f"{PACKET}/a*b",
        f"{PACKET}/con",
        f"{PACKET}/NUL.txt",
        f"{PACKET}/data/Com1.pdf",
        f"{PACKET}/lpt9",
        f"{PACKET}/aux.tar.gz",
        f"{PACKET}/1/2/3/4/5/6",
        f"{PACKET}/" + "a" * 120,
    ],
)
def test_a_name_that_any_system_would_misread_is_refused(name: str) -> None:
    assert name_fault(name) is not None
    with pytest.raises(ValueError, match=r"name|depth"):
        laid_out([(name, 0, 0)])


@pytest.mark.parametrize(
    "name", [f"{PACKET}/constancia.pdf", f"{PACKET}/a/b/c/d/e", f"{PACKET}/com10", f"{PACKET}/a..b"]
)
def test_a_safe_name_is_taken(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (["r/a", "r/a"], "not sorted, or twice"),
        (["r/b", "r/a"], "not sorted, or twice"),
        (["r/A", "r/a"], "names that differ in case only"),
        (["r/a", "s/a"], "several roots"),
        (["r/a", "r/a/b"], "a file where a folder is"),
        (["r/A/b", "r/a"], "a file where a folder is"),
        ([], "number of entries"),
        ([f"r/{n:05}" for n in range(MAX_ENTRIES + 1)], "number of entries"),
    ],
)
def test_names_that_disturb_each_other_are_refused(names: list[str], fault: str) -> None:
    assert order_fault([Entry(name, 0, 0, 0) for name in names]) == fault


def hostile_archives() -> dict[str, bytes]:
    honest = archive_of(HONEST)
    names = sorted(HONEST)
    directory = directory_of(honest)
    first_name = len(f"{PACKET}/{names[0]}")
    second = LOCAL + first_name + len(HONEST[names[0]])
    end = len(honest) - END
    with_data = zipped(dict(sorted(HONEST.items())))
    return {
        "bytes before": b"MZ" + honest,
        "bytes behind": honest + b"\0",
        "a second archive behind": honest + honest,
        "cut": honest[:-1],
        "cut to nothing": b"",
        "only an end": honest[-END:],
        "comment": at(honest, end + 20, "<H", 1) + b"!",
        "comment announced": at(honest, end + 20, "<H", 1),
        "several disks": at(honest, end + 4, "<H", 1),
        "fewer entries told": at(at(honest, end + 8, "<H", 3), end + 10, "<H", 3),
        "entries beyond counting": at(honest, end + 10, "<H", 0xFFFF),
        "directory elsewhere": at(honest, end + 16, "<I", directory - 1),
        "directory longer": at(honest, end + 12, "<I", 0xFFFFFFFF),
        "deflated": zipped(HONEST, zipfile.ZIP_DEFLATED),
        "bzipped": zipped(HONEST, zipfile.ZIP_BZIP2),
        "encrypted flag, inside": at(honest, 6, "<H", 1),
        "encrypted flag, listed": at(honest, directory + 8, "<H", 1),
        "sizes told behind": at(at(honest, 6, "<H", 8), directory + 8, "<H", 8),
        "names in UTF-8": at(at(honest, 6, "<H", 1 << 11), directory + 8, "<H", 1 << 11),
        "date inside": at(honest, 12, "<H", 0x5A5A),
        "date listed": at(honest, directory + 14, "<H", 0x5A5A),
        "made on DOS": at(honest, directory + 4, "<H", 20),
        "symbolic link": at(honest, directory + 38, "<I", 0o120777 << 16),
        "executable": at(honest, directory + 38, "<I", 0o100755 << 16),
        "folder": at(honest, directory + 38, "<I", 0o100644 << 16 | 0x10),
        "device": at(honest, directory + 38, "<I", 0o060644 << 16),
        "extra field inside": at(honest, 28, "<H", 4),
        "extra field listed": at(honest, directory + 30, "<H", 4),
        "entry comment": at(honest, directory + 32, "<H", 4),
        "size larger inside": at(honest, 22, "<I", 4096),
        "size larger listed": at(at(honest, directory + 20, "<I", 4096), directory + 24, "<I", 4096),
        "size zero listed": at(at(honest, directory + 20, "<I", 0), directory + 24, "<I", 0),
        "sizes at odds": at(honest, directory + 24, "<I", 6),
        "size for ZIP64": at(at(honest, directory + 20, "<I", 0xFFFFFFFF), directory + 24, "<I", 0xFFFFFFFF),
        "size up to the limit": at(at(honest, directory + 20, "<I", 0xFFFFFFFE), directory + 24, "<I", 0xFFFFFFFE),
        "name longer inside": at(honest, 26, "<H", first_name + 1),
        "name longer listed": at(honest, directory + 28, "<H", 0xFFFF),
        "name empty listed": at(honest, directory + 28, "<H", 0),
        "another name inside": honest.replace(b"bagit.txt", b"bagit.TXT", 1),
        "other bytes in the name": honest.replace(b"bagit.txt", b"bagi\xf1.txt"),
        "entry that overlaps": at(honest, directory + CENTRAL + first_name + 42, "<I", second - 1),
        "two entries in one place": at(honest, directory + CENTRAL + first_name + 42, "<I", 0),
        "no signature": at(honest, 0, "<H", 0),
        "gap before the directory": at(honest[:directory] + b"\0" + honest[directory:], end + 17, "<I", directory + 1),
        "not sorted": zipped(dict(sorted(HONEST.items(), reverse=True))),
        "twin in case": zipped({"A.txt": b"", "a.txt": b""}),
        "a file as a folder": zipped({"a": b"", "a/b": b""}),
        "an entry for a folder": zipped({"data/": b"", "data/a": b""}),
        "traversal": zipped({"../../x": b""}),
        "traversal with other slashes": zipped({"..\\..\\x": b""}),
        "reserved name": zipped({"data/nul.txt": b""}),
        "absolute": with_data.replace(f"{PACKET}/bagit.txt".encode(), f"/{PACKET[1:]}/bagit.txt".encode()),
        "drive letter": with_data.replace(f"{PACKET}/bagit.txt".encode(), f"C:{PACKET[2:]}/bagit.txt".encode()),
        "two roots": archive_of({"a": b"", "b": b""}).replace(b"cccc2/b", b"cccc3/b"),
        "root of another name": archive_of({"a": b""}, "otra"),
        "too many entries": zipped({f"{n:05}": b"" for n in range(MAX_ENTRIES + 1)}),
        "no entries": b"PK\5\6" + bytes(18),
    }


HOSTILE = hostile_archives()
REASONS = {
    "end record": [
        "bytes before",
        "bytes behind",
        "a second archive behind",
        "cut",
        "only an end",
        "comment",
        "entries beyond counting",
        "directory elsewhere",
        "directory longer",
        "too many entries",
    ],
    "too short": [
        "cut to nothing",
    ],
    "directory is not canonical": [
        "comment announced",
        "several disks",
        "fewer entries told",
        "encrypted flag, listed",
        "sizes told behind",
        "names in UTF-8",
        "date listed",
        "made on DOS",
        "symbolic link",
        "executable",
        "folder",
        "device",
        "extra field listed",
        "entry comment",
        "gap before the directory",
        "no entries",
    ],
    "entry is not canonical": [
        "deflated",
        "bzipped",
        "sizes at odds",
        "size for ZIP64",
        "size up to the limit",
        "name longer listed",
        "name empty listed",
        "other bytes in the name",
    ],
    "header is not canonical": [
        "encrypted flag, inside",
        "date inside",
        "extra field inside",
        "size larger inside",
        "size larger listed",
        "size zero listed",
        "name longer inside",
        "another name inside",
        "no signature",
    ],
    "gap or overlap": [
        "entry that overlaps",
        "two entries in one place",
    ],
    "not sorted, or twice": [
        "not sorted",
    ],
    "names that differ in case only": [
        "twin in case",
    ],
    "a file where a folder is": [
        "a file as a folder",
    ],
    "unsafe name": [
        "an entry for a folder",
        "traversal",
        "traversal with other slashes",
        "absolute",
        "drive letter",
    ],
    "reserved name": [
        "reserved name",
    ],
    "several roots": [
        "two roots",
    ],
    "root of another name": [
        "root of another name",
    ],
}


@pytest.mark.parametrize(("reason", "name"), [(reason, name) for reason, names in REASONS.items() for name in names])
def test_a_hostile_archive_is_refused_for_what_it_is(reason: str, name: str) -> None:
    assert refusal(HOSTILE[name]) == reason


def test_no_hostile_archive_is_forgotten() -> None:
    assert sorted(HOSTILE) == sorted(name for names in REASONS.values() for name in names)


def test_an_archive_whose_end_lies_about_its_size_is_read_no_further() -> None:
    class Counted(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            piece = super().read(size)
            Counted.taken += len(piece)
            return piece

    archive = HOSTILE["directory longer"]
    with pytest.raises(PacketRefused):
        scan(Counted(archive), len(archive), PACKET_ID)
    assert Counted.taken == END


@given(st.binary(max_size=400))
def test_bytes_of_a_stranger_are_no_archive(raw: bytes) -> None:
    assert refusal(raw)


@given(st.data())
def test_one_changed_byte_outside_the_contents_is_refused(data: st.DataObject) -> None:
    honest = archive_of(HONEST)
    entries = scan(io.BytesIO(honest), len(honest), PACKET_ID)
    inside = {place for entry in entries for place in range(entry.content, entry.end)}
    place = data.draw(st.sampled_from([place for place in range(len(honest)) if place not in inside]))
    changed = bytearray(honest)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        read = scan(io.BytesIO(changed), len(changed), PACKET_ID)
        for entry in read:
            content_hash(io.BytesIO(changed), entry, lambda _: None)
    except PacketRefused:
        return
    pytest.fail("the checksum alone is told twice, and it was changed in one place only")


def test_a_wrong_checksum_is_found_when_the_content_is_read() -> None:
    honest = archive_of(HONEST)
    entries = scan(io.BytesIO(honest), len(honest), PACKET_ID)
    changed = honest.replace(b"uno", b"una")
    with pytest.raises(PacketRefused):
        content_hash(io.BytesIO(changed), entries[1], lambda _: None)
    with pytest.raises(PacketRefused):
        content_hash(io.BytesIO(honest[: entries[1].content + 1]), entries[1], lambda _: None)


def test_a_file_that_shrinks_grows_or_changes_while_it_is_packed_stops_the_packing() -> None:
    found = measure_bytes(b"uno")
    entries = laid_out([("r/a", found.size, found.crc)])
    for changed in (b"un", b"unos", b"una", b""):
        with pytest.raises(EnclosureUnreadable):
            list(archive_pieces(entries, {"r/a": changed}.__getitem__))


def test_a_file_that_never_ends_is_cut_off_at_once() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def readable(self) -> bool:
            return True

        def read(self, _: int = -1) -> bytes:
            Endless.asked += 1
            return b"x" * 1000

    entries = laid_out([("r/a", 1500, 0)])
    with pytest.raises(EnclosureUnreadable):
        list(archive_pieces(entries, lambda _: Endless))  # type: ignore[arg-type, return-value]  # a raw file is enough
    assert Endless.asked == 2
