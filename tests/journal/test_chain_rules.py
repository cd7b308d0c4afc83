from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.rules import (
    GENESIS,
    Checkpoint,
    Entry,
    Fault,
    Flaw,
    Unreadable,
    chained,
    first_fault,
    is_on_paper,
    size_on_paper,
)

SIGNER = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
START = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


def signed_by(person: PersonId, digest: bytes, signature: bytes) -> bool:
    try:
        SIGNER.public_key().verify(signature, digest)
    except InvalidSignature:
        return False
    return person == "ana"


def chain(facts: list[tuple[bool, dict[str, Json]]]) -> list[Entry]:
    entries: list[Entry] = []
    for number, (formal, stated) in enumerate(facts):
        entry = Entry(
            seq=number + 1,
            at=START + timedelta(minutes=number),
            actor=PersonId("ana"),
            second=None if number % 2 else PersonId("carla"),
            action="issue_document",
            case="case-1" if number % 3 else None,
            about=f"document {number}",
            facts=stated,
            formal=formal,
            previous=entries[-1].digest if entries else GENESIS,
            digest=b"",
            signature=None,
        )
        digest = chained(entry.previous, entry.body())
        entries.append(replace(entry, digest=digest, signature=SIGNER.sign(digest) if formal else None))
    return entries


def rechained(entries: list[Entry], start: int) -> list[Entry]:
    """What somebody makes who has the database and no signing key: every hash right again, from `start` on."""
    made = entries[:start]
    for entry in entries[start:]:
        previous = made[-1].digest if made else GENESIS
        bare = replace(entry, previous=previous)
        made.append(replace(bare, digest=chained(previous, bare.body())))
    return made


stated: st.SearchStrategy[dict[str, Json]] = st.dictionaries(
    st.text("abc", min_size=1), st.integers(0, 9) | st.text("xyz") | st.booleans() | st.none(), max_size=3
)
chains = st.lists(st.tuples(st.booleans(), stated), min_size=3, max_size=12).map(chain)
places = st.integers(0, 10_000)


@given(chains)
def test_what_was_written_holds(entries: list[Entry]) -> None:
    assert first_fault(entries, signed_by) is None
    witnessed = Checkpoint("store", len(entries), entries[-1].digest)
    assert first_fault(entries, signed_by, witnessed) is None


def test_an_empty_journal_holds() -> None:
    assert first_fault([], signed_by) is None
    assert first_fault([], signed_by, Checkpoint("store", 0, GENESIS)) is None


@given(chains, places)
def test_a_removed_entry_is_found_where_it_is_missing(entries: list[Entry], place: int) -> None:
    place %= len(entries) - 1
    assert first_fault(entries[:place] + entries[place + 1 :], signed_by) == Fault(place + 1, Flaw.GAP)


@given(chains, places)
def test_a_removed_entry_is_found_even_when_the_others_are_counted_anew(entries: list[Entry], place: int) -> None:
    place %= len(entries) - 1
    left = [replace(entry, seq=number + 1) for number, entry in enumerate(entries[:place] + entries[place + 1 :])]
    assert first_fault(left, signed_by) == Fault(place + 1, Flaw.HASH)


ALTERATIONS: list[dict[str, Any]] = [
    {"at": START - timedelta(days=1)},
    {"actor": PersonId("berta")},
    {"second": PersonId("delia")},
    {"action": "print_document"},
    {"case": "case-2"},
    {"about": "another document"},
    {"facts": {"other": 1}},
    {"previous": b"p" * 32},
    {"digest": b"d" * 32},
]


@given(chains, places, st.sampled_from(ALTERATIONS))
def test_an_altered_entry_is_found_where_it_stands(entries: list[Entry], place: int, change: dict[str, Any]) -> None:
    place %= len(entries)
    altered = [*entries]
    altered[place] = replace(entries[place], **change)
    assert first_fault(altered, signed_by) == Fault(place + 1, Flaw.HASH)


@given(chains, places)
def test_two_entries_exchanged_are_found_at_the_first(entries: list[Entry], place: int) -> None:
    place %= len(entries) - 1
    swapped = [*entries]
    swapped[place], swapped[place + 1] = entries[place + 1], entries[place]
    assert first_fault(swapped, signed_by) == Fault(place + 1, Flaw.GAP)
    counted = [replace(entry, seq=number + 1) for number, entry in enumerate(swapped)]
    assert first_fault(counted, signed_by) == Fault(place + 1, Flaw.HASH)


@given(chains, places)
def test_a_journal_that_was_cut_is_found_by_what_was_witnessed(entries: list[Entry], keep: int) -> None:
    keep %= len(entries)
    witnessed = Checkpoint("store", len(entries), entries[-1].digest)
    assert first_fault(entries[:keep], signed_by) is None
    assert first_fault(entries[:keep], signed_by, witnessed) == Fault(keep + 1, Flaw.OLDER)


@given(chains, places)
def test_a_journal_that_was_written_anew_is_found_by_what_was_witnessed(entries: list[Entry], place: int) -> None:
    place %= len(entries)
    witnessed = Checkpoint("store", place + 1, entries[place].digest)
    other = rechained([replace(entry, formal=False, signature=None, about="anew") for entry in entries], 0)
    assert first_fault(other, signed_by) is None
    assert first_fault(other, signed_by, witnessed) == Fault(place + 1, Flaw.OLDER)


@given(chains.filter(lambda entries: any(entry.formal for entry in entries)), st.data())
def test_a_signature_cannot_be_taken_away_or_exchanged(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([number for number, entry in enumerate(entries) if entry.formal]))
    for signature, formal, flaw in [
        (None, True, Flaw.SIGNATURE),
        (None, False, Flaw.HASH),
        (b"x" * 64, True, Flaw.SIGNATURE),
        (b"", True, Flaw.SIGNATURE),
    ]:
        altered = [*entries]
        altered[place] = replace(entries[place], signature=signature, formal=formal)
        fault = first_fault(altered, lambda *signed: bool(signed[2]) and signed_by(*signed))
        assert fault == Fault(place + 1, flaw)


@given(chains.filter(lambda entries: any(entry.formal for entry in entries)), st.data())
def test_whoever_has_no_signing_key_cannot_alter_a_formal_act_and_chain_anew(
    entries: list[Entry], data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from([number for number, entry in enumerate(entries) if entry.formal]))
    altered = [*entries]
    altered[place] = replace(entries[place], about="altered")
    assert first_fault(rechained(altered, place), signed_by) == Fault(place + 1, Flaw.SIGNATURE)


@given(chains, places)
def test_a_row_that_is_no_entry_is_named(entries: list[Entry], place: int) -> None:
    place %= len(entries)
    broken: list[Entry | Unreadable] = [*entries]
    broken[place] = Unreadable(place + 1)
    assert first_fault(broken, signed_by) == Fault(place + 1, Flaw.UNREADABLE)
    broken[place] = Unreadable(place + 7)
    assert first_fault(broken, signed_by) == Fault(place + 1, Flaw.GAP)


@pytest.mark.parametrize("facts", [{"amount": 1.5}, {"many": 2**60}, {"odd": "\ud800"}])
def test_facts_that_have_no_form_are_named(facts: dict[str, Json]) -> None:
    entry = replace(chain([(False, {})])[0], facts=facts)
    assert first_fault([entry], signed_by) == Fault(1, Flaw.UNREADABLE)


def test_a_checkpoint_is_told_long_and_short() -> None:
    checkpoint = Checkpoint("store-1", 1204, bytes(range(32)))
    assert checkpoint.note() == "justice-desk/store-1\n1204\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
    assert checkpoint.short() == "1204 · 000G-40R4-0M30"


def test_what_a_paper_says_of_the_journal_is_read_however_it_was_copied() -> None:
    checkpoint = Checkpoint("a-store", 21, b"\x00\x01" * 16)
    short = checkpoint.short()
    for written in (short, short.lower(), f"  {short} ", short.replace("0", "O"), short.replace("-", " ")):
        assert size_on_paper(written) == 21
        assert is_on_paper(checkpoint, written)


@pytest.mark.parametrize("written", ["", "21", "ABCD-EFGH-JKMN", "21 · ABCD", "x21 · ABCD-EFGH-JKMN"])
def test_what_says_nothing_of_the_journal_is_on_no_paper(written: str) -> None:
    assert size_on_paper(written) is None
    assert not is_on_paper(Checkpoint("a-store", 21, GENESIS), written)


def test_another_head_or_another_size_is_not_the_one_on_the_paper() -> None:
    checkpoint = Checkpoint("a-store", 21, b"\x01" * 32)
    assert not is_on_paper(Checkpoint("a-store", 21, b"\x02" * 32), checkpoint.short())
    assert not is_on_paper(Checkpoint("a-store", 22, b"\x01" * 32), checkpoint.short())
