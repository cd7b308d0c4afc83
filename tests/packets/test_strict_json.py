import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.canonical import MAX_INTEGER, canonical
from justice_desk.packets.rules import PacketRefused, Step
from justice_desk.packets.strict_json import MAX_BYTES, MAX_DEPTH, MAX_PARTS, read_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


def refusal(raw: bytes) -> str:
    with pytest.raises(PacketRefused) as refused:
        read_json(raw)
    assert refused.value.step is Step.JSON
    return refused.value.reason


@given(VALUES)
def test_what_is_written_in_canonical_form_is_read_as_it_was(value: object) -> None:
    raw = canonical(value)  # type: ignore[arg-type]  # hypothesis builds JSON only
    assert canonical(read_json(raw)) == raw


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"a":1,"a":2}', "twice the same key"),
        (b'{"a":{"b":1,"b":1}}', "twice the same key"),
        (b'{"\\u0061":1,"a":2}', "twice the same key"),
        (b'{"a":NaN}', "number that is no integer: NaN"),
        (b'{"a":Infinity}', "number that is no integer: Infinity"),
        (b'{"a":-Infinity}', "number that is no integer: -Infinity"),
        (b'{"a":1.5}', "number that is no integer: 1.5"),
        (b'{"a":1e3}', "number that is no integer: 1e3"),
        (b'{"a":' + b"9" * 5000 + b"}", "huge number"),
        (b'{"a":9007199254740992}', "huge number"),
        (b'{"a":-9007199254740992}', "huge number"),
        (b'{"a":"\\ud800"}', "not a text in UTF-8"),
        (b'{"\\udfff":1}', "not a text in UTF-8"),
        (b'{"a":"\xed\xa0\x80"}', "not a text in UTF-8"),
        (b'{"a":"\xff"}', "not a text in UTF-8"),
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"a":1}x', "not JSON"),
        (b'{"a":01}', "not JSON"),
        (b"{'a':1}", "not JSON"),
        (b'{"a":"\x01"}', "not JSON"),
        (b'\xef\xbb\xbf{"a":1}', "not JSON"),
        (b'{"a": 1}', "not canonical"),
        (b'{"a":1}\n', "not canonical"),
        (b'{"b":1,"a":2}', "not canonical"),
        (b'{"a":"\\u0041"}', "not canonical"),
        (b'{"a":"e\xcc\x81"}', "not canonical"),
        (b'{"a":-0}', "not canonical"),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "too deep"),
        (b"[" * 1_000_000, "too many parts"),
        (b"[" + b"0," * MAX_PARTS + b"0]", "too many parts"),
        (b'"' + b"a" * MAX_BYTES + b'"', "too long"),
        (b'\\"' * (MAX_BYTES // 2 - 1), "not JSON"),
    ],
)
def test_what_two_programs_might_read_in_two_ways_is_refused(raw: bytes, reason: str) -> None:
    assert refusal(raw) == reason


def test_brackets_inside_texts_do_not_count() -> None:
    raw = canonical({"a": '[[[[{"\\' * 100})
    assert read_json(raw) == json.loads(raw)


def test_the_deepest_value_that_is_allowed_is_read() -> None:
    raw = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert canonical(read_json(raw)) == raw


@given(st.binary(max_size=300))
def test_bytes_of_a_stranger_are_read_in_canonical_form_or_refused(raw: bytes) -> None:
    try:
        value = read_json(raw)
    except PacketRefused:
        return
    assert canonical(value) == raw


@given(st.text(alphabet='[]{},:"\\ue019-.tfn \n', max_size=60))
def test_texts_that_look_like_json_are_read_in_canonical_form_or_refused(text: str) -> None:
    test_bytes_of_a_stranger_are_read_in_canonical_form_or_refused.hypothesis.inner_test(text.encode())  # type: ignore[attr-defined]  # hypothesis keeps the plain function there
