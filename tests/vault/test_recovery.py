import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.codes import ALPHABET, CHECK_SYMBOLS, check_symbol, encode
from justice_desk.vault.errors import RecoveryCodeWrong, SharesTooFew, ShareWrong
from justice_desk.vault.keys import KEY_LENGTH
from justice_desk.vault.paper import ROW_LENGTH, ROWS, row_checks, share_checks, unknown_words
from justice_desk.vault.recovery import fresh_sheets, secret_of, secret_of_code
from justice_desk.vault.rules import Paper

secrets_on_paper = st.binary(min_size=KEY_LENGTH, max_size=KEY_LENGTH)


def fresh_code() -> str:
    (code,) = fresh_sheets(Paper.CODE).texts
    return code


def printed(secret: bytes) -> list[str]:
    symbols = encode(secret)
    rows = [symbols[start : start + ROW_LENGTH] for start in range(0, ROWS * ROW_LENGTH, ROW_LENGTH)]
    return [row + check_symbol(row) for row in rows]


def test_a_fresh_code_is_four_rows_easy_to_copy() -> None:
    rows = fresh_code().split("\n")
    assert len(rows) == ROWS
    assert all([len(group) for group in row.split("-")] == [5, 5, 4] for row in rows)
    assert len(secret_of_code("\n".join(rows))) == KEY_LENGTH
    assert len({fresh_code() for _ in range(20)}) == 20


@given(secrets_on_paper, st.data())
def test_a_code_copied_by_hand_gives_the_secret(secret: bytes, data: st.DataObject) -> None:
    hand = {"0": "0Oo", "1": "1IiLl"}
    gap = st.sampled_from(["", " ", "-", " – ", "\n", ".", "\t"])
    written = "".join(
        data.draw(st.sampled_from(hand.get(symbol, symbol + symbol.lower()))) + data.draw(gap)
        for symbol in "".join(printed(secret))
    )
    assert secret_of_code(written) == secret


@given(secrets_on_paper, st.integers(0, ROWS - 1), st.integers(0, ROW_LENGTH), st.data())
def test_one_wrong_symbol_is_found_in_its_row(secret: bytes, row: int, place: int, data: st.DataObject) -> None:
    rows = printed(secret)
    choices = CHECK_SYMBOLS if place == ROW_LENGTH else ALPHABET
    other = data.draw(st.sampled_from([symbol for symbol in choices if symbol != rows[row][place]]))
    rows[row] = rows[row][:place] + other + rows[row][place + 1 :]
    assert not row_checks(rows[row])
    with pytest.raises(RecoveryCodeWrong) as caught:
        secret_of_code("\n".join(rows))
    assert caught.value.row == row + 1


@pytest.mark.parametrize(
    ("typed", "row"),
    [("", 1), ("0", 1), ("ññññññ", 1), ("ß" * 20, 1), ("Ü" * 14, 1), ("٣" * 14, 1), ("0" * 13 + "U", 1), ("0" * 28, 3)],
)
def test_what_is_no_code_is_refused_at_its_row(typed: str, row: int) -> None:
    with pytest.raises(RecoveryCodeWrong) as caught:
        secret_of_code(typed)
    assert caught.value.row == row


def test_a_code_with_too_much_is_refused() -> None:
    with pytest.raises(RecoveryCodeWrong) as caught:
        secret_of_code(fresh_code() + "0")
    assert caught.value.row == 0


def test_rows_that_check_and_stand_for_no_secret_are_refused() -> None:
    # 52 symbols hold four bits more than 32 bytes: a last symbol with one of them set was never printed.
    last = "0" * 12 + "1"
    rows = ["0" * 14] * 3 + [last + check_symbol(last)]
    with pytest.raises(RecoveryCodeWrong) as caught:
        secret_of_code("\n".join(rows))
    assert caught.value.row == ROWS


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_the_reading(typed: str) -> None:
    assert isinstance(row_checks(typed), bool)
    with pytest.raises(RecoveryCodeWrong):
        secret_of_code(typed[:30])


def test_any_two_of_three_shares_make_the_secret_and_one_alone_none() -> None:
    sheets = fresh_sheets(Paper.SHARES)
    for pair in itertools.permutations(sheets.texts, 2):
        assert secret_of(Paper.SHARES, pair) == sheets.secret
        assert secret_of(Paper.SHARES, [text.upper().replace(" ", "\n") for text in pair]) == sheets.secret
    for too_few in ([sheets.texts[0]], [sheets.texts[0]] * 2, list(sheets.texts)):
        with pytest.raises(SharesTooFew):
            secret_of(Paper.SHARES, too_few)


def test_shares_of_different_secrets_do_not_go_together() -> None:
    first, second = fresh_sheets(Paper.SHARES), fresh_sheets(Paper.SHARES)
    with pytest.raises(SharesTooFew):
        secret_of(Paper.SHARES, [first.texts[0], second.texts[1]])


@pytest.mark.parametrize("place", [0, 1])
def test_a_share_that_is_mistyped_is_named(place: int) -> None:
    texts = list(fresh_sheets(Paper.SHARES).texts[:2])
    words = texts[place].split()
    words[10] = "academic" if words[10] != "academic" else "acid"
    texts[place] = " ".join(words)
    with pytest.raises(ShareWrong) as caught:
        secret_of(Paper.SHARES, texts)
    assert caught.value.number == place + 1
    assert not share_checks(texts[place])


@pytest.mark.parametrize("typed", ["", "uno dos tres", "ñ" * 40, "academic " * 33, "academic acid"])
def test_what_is_no_share_is_refused(typed: str) -> None:
    assert not share_checks(typed)
    assert unknown_words("Academic acid inventada") == ["inventada"]


def test_the_code_is_read_by_its_kind() -> None:
    sheets = fresh_sheets(Paper.CODE)
    assert secret_of(Paper.CODE, sheets.texts) == sheets.secret
