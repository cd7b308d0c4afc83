import ast
import io
import threading
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

import justice_desk.packets
from justice_desk.foundations.progress import Cancelled
from justice_desk.packets.agefile import (
    MAX_HEADER,
    MAX_STANZAS,
    content_size,
    decrypt,
    encrypt,
    parsed_header,
    parsed_identity,
    parsed_recipient,
    sealed_size,
)
from justice_desk.packets.rules import IdentityUnreadable, PacketRefused, PlanRefused, Step
from tests.packets.making import encrypted

KEY = x25519.Identity.generate()
VERSION = b"age-encryption.org/v1\n"
SHARE = b64encode(b"s" * 32).rstrip(b"=")
BODY = b64encode(b"b" * 32).rstrip(b"=")
FOR_US = b"-> X25519 " + SHARE + b"\n" + BODY + b"\n"
MAC = b"--- " + b64encode(b"m" * 32).rstrip(b"=") + b"\n"
SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]


def refusal(start: bytes) -> str:
    with pytest.raises(PacketRefused) as refused:
        parsed_header(start)
    assert refused.value.step is Step.HEADER
    return refused.value.reason


def written(content: bytes) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(content).read, target.write, len(content), [str(KEY.to_public())])
    return target.getvalue()


def opened(age: bytes, identity: x25519.Identity = KEY) -> bytes:
    target = io.BytesIO()
    decrypt(io.BytesIO(age).read, target.write, str(identity))
    return target.getvalue()


@pytest.mark.parametrize("size", SIZES)
def test_what_is_encrypted_is_decrypted(size: int) -> None:
    content = bytes(size)
    assert opened(written(content)) == content


@pytest.mark.parametrize("size", SIZES)
def test_the_size_of_an_age_file_is_known_beforehand(size: int) -> None:
    age = written(bytes(size))
    header = parsed_header(age).length
    assert sealed_size(header, size) == len(age)
    assert content_size(header, len(age)) == size


@given(st.integers(0, 1 << 40), st.integers(100, MAX_HEADER))
def test_content_and_file_size_follow_from_each_other(size: int, header: int) -> None:
    assert content_size(header, sealed_size(header, size)) == size


@pytest.mark.parametrize("missing", [0, 15, 31, 16 + 65_536 + 16 + 16])
def test_no_content_has_a_size_in_between(missing: int) -> None:
    with pytest.raises(PacketRefused) as refused:
        content_size(200, 200 + missing)
    assert refused.value.step is Step.SIZE


def test_a_header_for_several_keys_is_read() -> None:
    age = encrypted(b"", *(x25519.Identity.generate() for _ in range(8)))
    header = parsed_header(age)
    assert [stanza.kind for stanza in header.stanzas].count("X25519") == 8
    assert age[: header.length].endswith(b"\n")
    assert len(age) == sealed_size(header.length, 0)


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (b"", "header cut or too long"),
        (VERSION, "header cut or too long"),
        (b"age-encryption.org/v2\n" + FOR_US + MAC, "not an age file of version 1"),
        (b"age-encryption.org/v1\r\n" + FOR_US + MAC, "not an age file of version 1"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", "armoured"),
        (VERSION + MAC, "no stanza, or no check of the header"),
        (VERSION + b"-> a-grease\n\n" + MAC, "no stanza, or no check of the header"),
        (VERSION + FOR_US + b"---\n", "no stanza, or no check of the header"),
        (VERSION + FOR_US + b"--- short\n", "no stanza, or no check of the header"),
        (VERSION + FOR_US + MAC[:-1], "header cut or too long"),
        (VERSION + FOR_US * (MAX_STANZAS + 1) + MAC, "too many stanzas"),
        (VERSION + FOR_US + b"-> a-grease " + b"x" * MAX_HEADER + b"\n\n" + MAC, "header cut or too long"),
        (VERSION + FOR_US + b"-> a-grease\n" + (b"A" * 64 + b"\n") * 300 + b"\n" + MAC, "header cut or too long"),
        (VERSION + b"-> scrypt " + SHARE[:22] + b" 30\n" + BODY + b"\n" + MAC, "stanza of another kind"),
        (VERSION + FOR_US + b"-> ssh-ed25519 abcd " + SHARE + b"\n" + BODY + b"\n" + MAC, "stanza of another kind"),
        (VERSION + FOR_US + b"-> mlkem768x25519 " + SHARE + b"\n" + BODY + b"\n" + MAC, "stanza of another kind"),
        (VERSION + FOR_US + b"-> piv-p256 a\n\n" + MAC, "stanza of another kind"),
        (VERSION + b"->X25519 " + SHARE + b"\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"->  X25519 " + SHARE + b"\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b" more\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE[:-2] + b"\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"=\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"\n" + BODY + b"=\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"\n" + BODY[:-1] + b"J\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"\n" + b"A" * 65 + b"\n\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"\n" + b"A" + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 \xc3\xb1\n" + BODY + b"\n" + MAC, "stanza is malformed"),
        (VERSION + b"-> X25519 " + SHARE + b"\n\n" + MAC, "stanza is malformed"),
    ],
)
def test_a_hostile_header_is_refused_before_any_key_is_tried(start: bytes, reason: str) -> None:
    assert refusal(start) == reason


@given(st.binary(max_size=400))
def test_bytes_of_a_stranger_are_no_header(raw: bytes) -> None:
    assert refusal(raw)
    assert refusal(VERSION + raw)


@given(st.lists(st.sampled_from([FOR_US, MAC, b"-> a-grease x\n", b"\n", BODY + b"\n", b"-> ", b"A" * 64 + b"\n"])))
def test_pieces_of_a_header_in_any_order_are_read_or_refused(parts: list[bytes]) -> None:
    try:
        header = parsed_header(VERSION + b"".join(parts))
    except PacketRefused:
        return
    assert any(stanza.kind == "X25519" for stanza in header.stanzas)


def test_what_is_for_another_key_stays_closed() -> None:
    with pytest.raises(PacketRefused) as refused:
        opened(written(b"secret"), x25519.Identity.generate())
    assert refused.value.step is Step.DECRYPTION


def test_a_stranger_s_key_text_is_a_fact_not_a_crash() -> None:
    for text in ("", "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA", "clave ñ"):
        with pytest.raises(IdentityUnreadable):
            parsed_identity(text)


def test_a_recipient_has_one_spelling() -> None:
    for text in ("", "age1", str(KEY.to_public()).upper(), f"{KEY.to_public()} ", "ssh-ed25519 AAAA"):
        with pytest.raises(PlanRefused):
            parsed_recipient(text)


def test_cutting_a_file_anywhere_is_noticed() -> None:
    age = written(bytes(140_000))
    header = parsed_header(age).length
    for size in (header, header + 16, header + 16 + 65_552, header + 16 + 2 * 65_552, len(age) - 1, len(age) - 17):
        with pytest.raises(PacketRefused):
            opened(age[:size])


def test_chunks_in_another_order_are_noticed() -> None:
    age = written(bytes(range(256)) * 800)
    start = parsed_header(age).length + 16
    chunk = 65_552
    swapped = (
        age[:start] + age[start + chunk : start + 2 * chunk] + age[start : start + chunk] + age[start + 2 * chunk :]
    )
    with pytest.raises(PacketRefused) as refused:
        opened(swapped)
    assert refused.value.step is Step.DECRYPTION


class FullAfter:
    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, content: bytes) -> None:
        self.room -= len(content)
        if self.room < 0:
            raise OSError(28, "No space left on device")


@pytest.mark.parametrize("size", [1, 10, 70_000, 300_000])
@pytest.mark.parametrize("lacking", [1, 17])
def test_hazard_1_a_full_drive_is_never_taken_for_success(size: int, lacking: int) -> None:
    room = sealed_size(200, size) - lacking
    with pytest.raises(OSError, match="No space left"):
        encrypt(io.BytesIO(bytes(size)).read, FullAfter(min(room, size)).write, size, [str(KEY.to_public())])


def test_hazard_1_pyrage_itself_still_takes_it_for_success() -> None:
    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    assert pyrage.encrypt_io(io.BytesIO(b"small"), Full(), [KEY.to_public()]) is None  # type: ignore[func-returns-value]  # that is the point


def test_hazard_1_a_file_of_another_size_than_it_must_have_is_an_alarm() -> None:
    with pytest.raises(RuntimeError, match="where"):
        encrypt(io.BytesIO(b"ten bytes!").read, lambda _: None, 11, [str(KEY.to_public())])


def test_hazard_2_other_threads_go_on_while_a_packet_is_encrypted() -> None:
    counted = threading.Event()
    stop = threading.Event()
    turns: list[int] = []

    def count() -> None:
        while not stop.is_set():
            turns.append(1)
            if len(turns) > 1000:
                counted.set()

    given_out = 0

    def read(size: int) -> bytes:
        nonlocal given_out
        if counted.is_set() or given_out > 1 << 30:
            return b""
        given_out += size
        return bytes(size)

    beside = threading.Thread(target=count)
    beside.start()
    try:
        pyrage.encrypt_io(ReadsFrom(read), WritesNothing(), [KEY.to_public()])
    finally:
        stop.set()
        beside.join()
    assert counted.is_set()


class ReadsFrom:
    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read

    def read(self, size: int, /) -> bytes:
        return self._read(size)


class WritesNothing:
    def write(self, content: bytes) -> int:
        return len(content)

    def flush(self) -> None:
        pass


def test_hazards_2_and_3_only_the_streaming_calls_of_pyrage_are_used() -> None:
    allowed = {"encrypt_io", "decrypt_io", "x25519", "EncryptError", "DecryptError", "IdentityError", "RecipientError"}
    imported: set[str] = set()
    for path in Path(justice_desk.packets.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert not any(name.name.startswith("pyrage") for name in node.names), path
            if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("pyrage"):
                imported |= {name.name for name in node.names}
    assert imported == allowed


def test_hazard_3_memory_does_not_grow_with_the_file() -> None:
    largest = 0

    def write(content: bytes) -> None:
        nonlocal largest
        largest = max(largest, len(content))

    left = 40 << 20

    def read(size: int) -> bytes:
        nonlocal left
        size = min(size, left)
        left -= size
        return bytes(size)

    encrypt(read, write, 40 << 20, [str(KEY.to_public())])
    assert largest < 1 << 17


def test_hazard_4_a_passphrase_s_work_factor_is_never_the_sender_s_to_choose() -> None:
    for factor in (b"1", b"18", b"30", b"63"):
        salt = b64encode(b"s" * 16).rstrip(b"=")
        assert refusal(VERSION + b"-> scrypt " + salt + b" " + factor + b"\n" + BODY + b"\n" + MAC)


def test_hazard_5_plaintext_comes_before_the_end_is_known_so_its_reader_must_wait() -> None:
    age = written(bytes(140_000))
    seen = io.BytesIO()
    with pytest.raises(PacketRefused):
        decrypt(io.BytesIO(age[:-1]).read, seen.write, str(KEY))
    assert seen.getvalue() != b""


@pytest.mark.parametrize("where", ["read", "write"])
def test_a_wish_to_stop_comes_through_as_itself(where: str) -> None:
    def stop(_: object) -> bytes:
        raise Cancelled

    age = written(bytes(300_000))
    key = str(KEY.to_public())
    plain, sealed = io.BytesIO(bytes(300_000)), io.BytesIO(age)
    with pytest.raises(Cancelled):
        encrypt(stop if where == "read" else plain.read, len if where == "read" else stop, 300_000, [key])
    with pytest.raises(Cancelled):
        decrypt(stop if where == "read" else sealed.read, len if where == "read" else stop, str(KEY))


def test_a_drive_that_fails_while_reading_is_not_taken_for_a_changed_packet() -> None:
    def gone(_: int) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output error"):
        decrypt(gone, lambda _: None, str(KEY))


def test_an_encryption_that_fails_by_itself_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise pyrage.EncryptError("by itself")

    monkeypatch.setattr("justice_desk.packets.agefile.encrypt_io", fail)
    with pytest.raises(pyrage.EncryptError):
        encrypt(io.BytesIO(b"").read, lambda _: None, 0, [str(KEY.to_public())])
