import re

import pytest

from justice_desk.foundations.canonical import MAX_INTEGER
from justice_desk.foundations.json_parts import count_in, text_like


@pytest.mark.parametrize("number", [0, 1, MAX_INTEGER])
def test_a_count_is_taken_as_it_is(number: int) -> None:
    assert count_in(number) == number


@pytest.mark.parametrize("raw", [-1, MAX_INTEGER + 1, True, 1.0, "1", None, [1]])
def test_what_is_no_count_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="count"):
        count_in(raw)


def test_a_count_may_begin_later() -> None:
    assert count_in(1, 1) == 1
    with pytest.raises(ValueError, match="count"):
        count_in(0, 1)


def test_a_text_is_taken_whole_or_not_at_all() -> None:
    form = re.compile("[a-z]+")
    assert text_like("abc", form) == "abc"
    for raw in ("abc\n", "", "a1", 7, None):
        with pytest.raises(ValueError, match="form"):
            text_like(raw, form)
