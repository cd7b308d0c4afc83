import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.files import CannotRead
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import StoreDamaged, StoreMissing, StoreNewer
from justice_desk.vault.header import (
    COPIES,
    MAX_HEADER,
    Copy,
    genuine_header,
    parse_copy,
    read_copies,
    seal_of,
    write_header,
)
from justice_desk.vault.keys import FLOOR
from justice_desk.vault.rules import Paper
from justice_desk.vault.slot_json import BOX_LENGTH, FORMER_LENGTH, MOST_SLOTS, VAULT_KEY_LENGTH, from_json, to_json
from justice_desk.vault.slots import DeviceSlot, Header, PersonSlot, RecoverySlot, Standing

MAC_KEY = b"m" * 32


def slot(person: str = "p1", name_hash: str = "0" * 64, *, pending: bool = False) -> PersonSlot:
    return PersonSlot(
        PersonId(person),
        name_hash,
        FLOOR,
        b"s" * 16,
        b"b" * BOX_LENGTH,
        b"a" * 32,
        b"v" * 32,
        b"k" * VAULT_KEY_LENGTH,
        1,
        pending,
    )


HEADER = Header(
    "store-1",
    7,
    b"n" * 16,
    (slot(), slot("p2", "1" * 64)),
    RecoverySlot(b"b" * BOX_LENGTH, b"a" * 32, b"v" * 32, b"k" * VAULT_KEY_LENGTH, 1),
)


def written(header: Header, mac_key: bytes = MAC_KEY) -> dict[str, Any]:
    return {**to_json(header), "mac": seal_of(header, mac_key)}


def raw(content: object) -> bytes:
    return json.dumps(content).encode()


def test_a_header_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER, MAC_KEY)
    copies = read_copies(tmp_path)
    assert [copy.name for copy in copies] == list(COPIES)
    assert all(copy.header == HEADER and copy.genuine(MAC_KEY) for copy in copies)
    assert not any(copy.genuine(b"x" * 32) for copy in copies)


def test_a_header_holds_no_name(tmp_path: Path) -> None:
    named = replace(HEADER, persons=(replace(slot(), name_hash=HEADER.name_hash("Ana Ejemplo")),))
    write_header(tmp_path, named, MAC_KEY)
    content = (tmp_path / COPIES[0]).read_text().casefold()
    assert "ana" not in content.replace("generation", "")
    assert "ejemplo" not in content


def test_names_are_looked_up_however_they_are_written() -> None:
    named = replace(HEADER, persons=(replace(slot(), name_hash=HEADER.name_hash("José  Ñahui")),))
    for spelling in ("josé ñahui", " JOSE ÑAHUI ", "Jose\u0301 N\u0303ahui"):
        assert named.slots_named(spelling) == named.persons
    assert named.slots_named("José") == ()


def test_the_newest_copy_comes_first(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER, MAC_KEY)
    newer = HEADER.with_person(slot("p3", "2" * 64))
    (tmp_path / COPIES[1]).write_bytes(raw(written(newer)))
    assert [copy.header.sequence for copy in read_copies(tmp_path)] == [8, 7]
    assert genuine_header(read_copies(tmp_path), MAC_KEY) == newer


def test_one_good_copy_is_enough(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER, MAC_KEY)
    for damage in (b"", b"{", b"\x00" * 100, raw([1]), raw({**written(HEADER), "persons": None})):
        (tmp_path / COPIES[0]).write_bytes(damage)
        assert [copy.name for copy in read_copies(tmp_path)] == [COPIES[1]]
    (tmp_path / COPIES[0]).unlink()
    assert genuine_header(read_copies(tmp_path), MAC_KEY) == HEADER


def test_a_copy_that_a_stranger_made_newer_does_not_govern(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER, MAC_KEY)
    forged = replace(HEADER, sequence=999, persons=(*HEADER.persons, slot("stranger", "3" * 64)))
    (tmp_path / COPIES[0]).write_bytes(raw(written(forged, b"another key")))
    assert genuine_header(read_copies(tmp_path), MAC_KEY) == HEADER


def test_a_header_that_nobody_sealed_is_not_believed() -> None:
    copies = [Copy(name, HEADER, "\udcff not a seal") for name in COPIES]
    with pytest.raises(StoreDamaged):
        genuine_header(copies, MAC_KEY)


def test_a_folder_without_a_header_holds_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        read_copies(tmp_path)
    with pytest.raises(StoreMissing):
        read_copies(tmp_path / "missing")


def test_two_bad_copies_are_damage(tmp_path: Path) -> None:
    for name in COPIES:
        (tmp_path / name).write_bytes(b"?")
    with pytest.raises(StoreDamaged):
        read_copies(tmp_path)


def test_a_newer_header_is_left_alone(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER, MAC_KEY)
    (tmp_path / COPIES[1]).write_bytes(raw({**written(HEADER), "version": 2}))
    with pytest.raises(StoreNewer):
        read_copies(tmp_path)


def test_a_header_that_may_not_be_read_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / COPIES[0]).mkdir()
    with pytest.raises(CannotRead):
        read_copies(tmp_path)


LONG = "A" * 44
HOSTILE: list[dict[str, Any]] = [
    {"version": "1"},
    {"version": None},
    {"version": True},
    {"store": 5},
    {"store": "a b"},
    {"store": "\ud800"},
    {"store": "x" * 65},
    {"sequence": -1},
    {"sequence": 0},
    {"sequence": True},
    {"sequence": 2**53},
    {"sequence": 1.0},
    {"sequence": "1"},
    {"name_salt": ""},
    {"name_salt": None},
    {"name_salt": LONG},
    {"name_salt": "ñ"},
    {"name_salt": "!!!!"},
    {"persons": None},
    {"persons": {}},
    {"persons": None},
    {"persons": [5]},
    {"persons": [[]]},
    {"persons": [{}]},
    {"persons": [to_json(HEADER)["persons"]] * 3},
    {"recovery": None},
    {"recovery": []},
    {"recovery": {}},
    {"mac": None},
]
HOSTILE_SLOT: list[dict[str, Any]] = [
    {"person": "\ud800"},
    {"person": ""},
    {"person": 1},
    {"name_hash": "0"},
    {"name_hash": "Z" * 64},
    {"memory_kib": -1},
    {"memory_kib": "65536"},
    {"memory_kib": 2**60},
    {"passes": 0},
    {"lanes": 1.5},
    {"salt": ""},
    {"salt": LONG},
    {"box": ""},
    {"box": LONG},
    {"agreement": "AAAA"},
    {"verifying": LONG + "===="},
    {"vault_key": LONG},
    {"generation": 0},
    {"pending": 1},
    {"pending": "false"},
    {"pending": None},
]


@pytest.mark.parametrize("change", HOSTILE, ids=str)
def test_a_part_of_another_kind_or_size_makes_it_no_header(change: dict[str, Any]) -> None:
    content = {**written(HEADER), **change}
    if change == {"mac": None}:
        del content["mac"]
    assert parse_copy("header", raw(content)) is None


@pytest.mark.parametrize("change", HOSTILE_SLOT, ids=str)
def test_a_slot_of_another_kind_or_size_makes_it_no_header(change: dict[str, Any]) -> None:
    content = written(HEADER)
    content["persons"] = [{**content["persons"][0], **change}]
    assert parse_copy("header", raw(content)) is None
    without = {name: value for name, value in content["persons"][0].items() if name not in change}
    assert parse_copy("header", raw({**content, "persons": [without]})) is None


def test_ten_thousand_slots_are_no_header() -> None:
    few = to_json(HEADER)["persons"]
    assert isinstance(few, list)
    assert parse_copy("header", raw({**written(HEADER), "persons": few[:1] * (MOST_SLOTS + 1)})) is None
    assert parse_copy("header", raw({**written(HEADER), "persons": few[:1] * 10_000})) is None


@pytest.mark.parametrize(
    "content", [b"[" * 500_000, b"9" * 100_000, b'{"format": "justice-desk-store"}', b" " * (MAX_HEADER + 1)]
)
def test_json_made_to_break_a_reader_is_no_header(content: bytes) -> None:
    assert parse_copy("header", content) is None


@given(st.binary(max_size=300))
def test_bytes_of_a_stranger_are_no_header(content: bytes) -> None:
    assert parse_copy("header", content) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(written(HEADER))), json_values)
def test_whatever_stands_in_a_part_it_is_read_or_refused(part: str, value: object) -> None:
    try:
        copy = parse_copy("header", raw({**written(HEADER), part: value}))
    except StoreNewer:
        return
    assert copy is None or copy.genuine(MAC_KEY) == (copy.header == HEADER and part != "mac")


@given(st.data())
def test_no_flipped_bit_leaves_a_header_that_is_believed_and_different(data: st.DataObject) -> None:
    content = bytearray(raw(written(HEADER)))
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    try:
        copy = parse_copy("header", bytes(content))
    except StoreNewer:
        return
    assert copy is None or not copy.genuine(MAC_KEY) or copy.header == HEADER


def test_pending_slots_stay_for_those_who_have_an_account() -> None:
    waiting = HEADER.with_person(slot("new", "5" * 64, pending=True)).with_person(slot("lost", "6" * 64, pending=True))
    settled = waiting.settled(Standing({PersonId("p1"): 1, PersonId("new"): 1}))
    assert [one.person for one in settled.persons] == ["p1", "p2", "new"]
    assert not any(one.pending for one in settled.persons)
    assert settled.sequence == waiting.sequence + 1


def test_without_pending_slots_there_is_nothing_to_settle() -> None:
    assert HEADER.settled(Standing({})) is HEADER


def test_a_header_is_the_same_after_being_written_and_read() -> None:
    assert from_json(to_json(HEADER)) == HEADER


DEVICE = DeviceSlot(PersonId("p1"), b"d" * BOX_LENGTH, 1)
FULL = replace(
    HEADER,
    devices=(DEVICE,),
    renewed=replace(HEADER.recovery, generation=2, kind=Paper.SHARES, printed=3),
    generation=4,
    former=b"f" * FORMER_LENGTH,
)


def test_a_header_with_changes_under_way_is_the_same_after_being_written_and_read() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_a_header_without_them_is_written_as_it_always_was() -> None:
    assert not {"devices", "renewed", "generation", "former"} & to_json(HEADER).keys()


@pytest.mark.parametrize(
    "change",
    [
        {"devices": {}},
        {"devices": [{}]},
        {"devices": [{"person": "p1", "box": "AAAA", "generation": 1}]},
        {"devices": [{"person": "p1"}] * 501},
        {"renewed": []},
        {"renewed": "x"},
        {"generation": 0},
        {"former": "AAAA"},
    ],
)
def test_a_change_under_way_of_another_kind_or_size_makes_it_no_header(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)) as caught:
        from_json({**to_json(FULL), **change})
    assert not isinstance(caught.value, AttributeError)


def test_of_two_slots_of_a_person_the_one_that_counts_stays() -> None:
    changed = HEADER.with_person(replace(slot("p1"), generation=2, pending=True))
    assert [one.generation for one in changed.settled(Standing({PersonId("p1"): 1})).slots_of(PersonId("p1"))] == [1]
    settled = changed.settled(Standing({PersonId("p1"): 2}))
    assert [(one.generation, one.pending) for one in settled.slots_of(PersonId("p1"))] == [(2, False)]


def test_who_left_has_no_slot_and_who_is_not_known_keeps_theirs() -> None:
    settled = HEADER.settled(Standing({PersonId("p1"): 1}, left=[PersonId("p2")]))
    assert [one.person for one in settled.persons] == ["p1"]
    assert HEADER.settled(Standing({PersonId("p1"): 7})).slots_of(PersonId("p1")) == HEADER.slots_of(PersonId("p1"))


def test_the_paper_that_counts_stays() -> None:
    assert FULL.settled(Standing({}, recovery=1, devices=[PersonId("p1")])).papers() == (HEADER.recovery,)
    settled = FULL.settled(Standing({}, recovery=2))
    assert settled.papers() == (FULL.renewed,)
    assert FULL.settled(Standing({}, recovery=9)).papers() == FULL.papers()


def test_a_device_slot_ends_with_the_slot_it_goes_with() -> None:
    counted = Standing({PersonId("p1"): 1}, devices=[PersonId("p1")])
    assert FULL.settled(counted).devices == (DEVICE,)
    assert FULL.device_of(PersonId("p2")) is None
    other = FULL.with_device(replace(DEVICE, box=b"e" * BOX_LENGTH))
    assert [one.box[:1] for one in other.devices] == [b"e"]
    changed = FULL.with_person(replace(slot("p1"), generation=2, pending=True))
    assert changed.settled(Standing({PersonId("p1"): 2}, devices=[PersonId("p1")])).devices == ()
    assert FULL.settled(Standing({PersonId("p1"): 1})).devices == ()


def test_a_header_made_anew_has_nobody_in_it() -> None:
    assert from_json({**to_json(HEADER), "persons": []}).persons == ()
