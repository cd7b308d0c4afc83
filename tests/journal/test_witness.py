import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.journal.rules import GENESIS, Checkpoint
from justice_desk.journal.witness import Witness, parsed_note
from justice_desk.vault.places import WITNESS

KEY = b"k" * 32
CHECKPOINT = Checkpoint("store-1", 12, b"h" * 32)


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(tmp_path, KEY)


def test_the_last_checkpoint_noted_is_told(witness: Witness) -> None:
    assert witness.last() is None
    witness.note(Checkpoint("store-1", 11, GENESIS))
    witness.note(CHECKPOINT)
    assert witness.last() == CHECKPOINT


def test_a_note_that_the_store_did_not_write_tells_nothing(witness: Witness, tmp_path: Path) -> None:
    Witness(tmp_path, b"x" * 32).note(CHECKPOINT)
    assert witness.last() is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"null", b"\xff", b"[" * 5000, b'{"note": 1, "mac": "\\ud800"}', b'{"note": "x"}'],
)
def test_a_file_of_a_stranger_tells_nothing(content: bytes, witness: Witness, tmp_path: Path) -> None:
    (tmp_path / WITNESS).write_bytes(content)
    assert witness.last() is None


def test_a_changed_size_tells_nothing(witness: Witness, tmp_path: Path) -> None:
    witness.note(CHECKPOINT)
    content = json.loads((tmp_path / WITNESS).read_bytes())
    content["note"] = content["note"].replace("\n12\n", "\n2\n")
    (tmp_path / WITNESS).write_text(json.dumps(content))
    assert witness.last() is None


@given(st.text("store-0123456789abcdef", max_size=40), st.integers(0, 2**53 - 1), st.binary(min_size=32, max_size=32))
def test_a_note_is_read_back(store: str, size: int, head: bytes) -> None:
    checkpoint = Checkpoint(store, size, head)
    assert parsed_note(checkpoint.note()) == checkpoint


@pytest.mark.parametrize(
    "note",
    [
        "",
        "a\nb\nc\n",
        CHECKPOINT.note().replace("justice-desk", "another"),
        CHECKPOINT.note().replace("\n12\n", "\n012\n"),
        CHECKPOINT.note().replace("\n12\n", "\n-1\n"),
        CHECKPOINT.note().replace("\n12\n", f"\n{2**60}\n"),
        CHECKPOINT.note() + "more",
        CHECKPOINT.note() + "more\n",
        CHECKPOINT.note()[:-5],
        Checkpoint("store-1", 12, b"short").note(),
    ],
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parsed_note(note)
