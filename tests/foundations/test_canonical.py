import json
import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.canonical import MAX_INTEGER, Json, canonical

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | texts
composed_texts = texts.map(lambda text: unicodedata.normalize("NFC", text))
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(composed_texts, inner), max_leaves=20)


@given(values)
def test_what_is_read_back_has_the_same_form(value: Json) -> None:
    form = canonical(value)
    assert canonical(json.loads(form)) == form


@given(st.dictionaries(composed_texts, scalars))
def test_the_order_in_which_keys_were_given_does_not_matter(value: dict[str, Json]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))


@given(values)
def test_every_spelling_of_a_text_has_one_form(value: Json) -> None:
    assert canonical(decomposed(value)) == canonical(value)


def decomposed(value: Json) -> Json:
    if isinstance(value, str):
        return unicodedata.normalize("NFD", value)
    if isinstance(value, list):
        return [decomposed(item) for item in value]
    if isinstance(value, dict):
        return {str(decomposed(key)): decomposed(item) for key, item in value.items()}
    return value


def test_the_form_is_that_of_the_standard() -> None:
    value: Json = {
        "numbers": [333333333, 0, -1],
        "string": '€$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
        "empty": {"": []},
    }
    expected = (
        '{"empty":{"":[]},"literals":[null,true,false],"numbers":[333333333,0,-1],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical(value) == expected.encode()


def test_keys_are_ordered_by_utf_16_as_the_standard_asks() -> None:
    assert list(json.loads(canonical({"\uffee": 1, "\U0001f600": 2, "€": 3, "\r": 4, "1": 5, "\x80": 6, "ö": 7}))) == [
        "\r",
        "1",
        "\x80",
        "ö",
        "€",
        "\U0001f600",
        "\uffee",
    ]


@pytest.mark.parametrize("value", [1.5, b"bytes", {1, 2}, object(), {"deep": [{"er": 0.0}]}, {1: "a number as key"}])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(cast("Json", value))


@pytest.mark.parametrize("value", [MAX_INTEGER + 1, -MAX_INTEGER - 1, "\ud800", {"\ud800": 1}, {"é": 1, "e\u0301": 2}])
def test_what_readers_would_not_agree_on_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(value)


def test_tuples_are_written_as_lists() -> None:
    assert canonical(("a", ("b",))) == b'["a",["b"]]'
