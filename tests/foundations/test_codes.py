import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.codes import ALPHABET, CHECK_SYMBOLS, check_symbol, decode, encode, tidy

codes = st.text(ALPHABET, min_size=1, max_size=14)


@given(st.binary(max_size=40))
def test_what_is_encoded_is_decoded(value: bytes) -> None:
    assert decode(encode(value), len(value)) == value


@given(st.binary(min_size=1, max_size=40), st.data())
def test_the_habits_of_handwriting_do_not_matter(value: bytes, data: st.DataObject) -> None:
    written = "".join(data.draw(st.sampled_from(ways_to_write(symbol))) for symbol in encode(value))
    assert decode(tidy(written), len(value)) == value


def ways_to_write(symbol: str) -> list[str]:
    likes = {"0": "0Oo", "1": "1IiLl"}.get(symbol, symbol + symbol.lower())
    between = [" ", "-", "–", "—", "‑", "−", ".", " - ", "\n", "\t", "·", ""]
    return [like + gap for like in likes for gap in between]


@pytest.mark.parametrize(
    ("text", "length"), [("0", 1), ("000", 1), ("", 1), ("0U", 1), ("0-", 1), ("ZZ", 1), ("é0", 1)]
)
def test_what_stands_for_no_bytes_is_refused(text: str, length: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(text, length)


def test_a_known_number_has_the_known_symbols() -> None:
    assert encode(b"") == ""
    assert encode(bytes([0xFF])) == "ZW"
    assert encode((1234).to_bytes(5, "big")) == "0000016J"


def test_the_check_symbol_is_the_remainder_by_37() -> None:
    assert check_symbol("16J") == CHECK_SYMBOLS[1234 % 37]
    assert check_symbol("") == "0"


@given(codes, st.data())
def test_one_wrong_symbol_never_checks(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    assert check_symbol(code[:place] + other + code[place + 1 :]) != check_symbol(code)


@given(codes.filter(lambda code: len(set(code)) > 1), st.data())
def test_two_neighbours_exchanged_never_check(code: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([at for at in range(len(code) - 1) if code[at] != code[at + 1]]))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert check_symbol(swapped) != check_symbol(code)


def test_a_check_symbol_cannot_be_made_of_what_is_no_code() -> None:
    with pytest.raises(ValueError, match=r"."):
        check_symbol("U")
