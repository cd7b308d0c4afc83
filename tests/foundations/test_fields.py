import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from justice_desk.foundations.fields import (
    LONGEST_LINE,
    LONGEST_TEXT,
    CharacterRefused,
    FieldMissing,
    FieldTooLong,
    folded,
    tidy_line,
    tidy_lines,
    tidy_text,
)

TYPED = st.text(st.characters(codec="utf-8"), max_size=60)


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def line_or_none(text: str) -> str | None:
    try:
        return tidy_line(text, "field")
    except CharacterRefused:
        return None


def text_or_none(text: str) -> str | None:
    try:
        return tidy_text(text, "field")
    except CharacterRefused:
        return None


@given(TYPED)
@example("a\u0301 \x1f b")
def test_a_line_keeps_every_word_and_is_tidy_for_good(typed: str) -> None:
    kept = line_or_none(typed)
    if kept is not None:
        assert kept.split() == words(typed)
        assert tidy_line(kept, "field") == kept
        assert kept == unicodedata.normalize("NFC", kept)
        assert "\n" not in kept


@given(TYPED)
@example("uno \r\n\r\n dos\x85tres\t")
def test_a_text_keeps_every_word_and_is_tidy_for_good(typed: str) -> None:
    kept = text_or_none(typed)
    if kept is not None:
        assert kept.split() == words(typed)
        assert tidy_text(kept, "field") == kept
        assert not any(line != line.rstrip() for line in kept.split("\n"))


def test_paragraphs_stay_apart() -> None:
    assert tidy_text("uno\r\n\r\n  dos\rtres\n\n", "account") == "uno\n\n  dos\ntres"


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\u202e", "\u2066", "\ue000", "\ud800", "\uffff"])
def test_a_sign_that_changes_what_is_read_is_refused_and_named(sign: str) -> None:
    for tidied in (tidy_line, tidy_text):
        with pytest.raises(CharacterRefused) as caught:
            tidied(f"Feria {sign}ficticia", "place")
        assert (caught.value.field, caught.value.code) == ("place", f"U+{ord(sign):04X}")


@pytest.mark.parametrize("word", ["Ñandúpa", "g̃uarani", "Q'eqchi'", "Tʼula", "kꞌicheꞌ", "ẍ", "ä", "N.º 3", "½"])
def test_the_letters_of_the_peoples_languages_are_kept(word: str) -> None:
    assert tidy_line(word, "name") == unicodedata.normalize("NFC", word)


def test_what_is_needed_must_be_there() -> None:
    for tidied in (tidy_line, tidy_text):
        with pytest.raises(FieldMissing) as caught:
            tidied(" \t\n ", "title", needed=True)
        assert caught.value.field == "title"
        assert tidied(" \t\n ", "title") == ""


def test_what_is_longer_than_its_field_is_refused_never_cut() -> None:
    assert len(tidy_line("x" * LONGEST_LINE, "title")) == LONGEST_LINE
    assert len(tidy_text("x" * LONGEST_TEXT, "account")) == LONGEST_TEXT
    with pytest.raises(FieldTooLong) as caught:
        tidy_line("x" * (LONGEST_LINE + 1), "title")
    assert (caught.value.field, caught.value.longest) == ("title", LONGEST_LINE)
    with pytest.raises(FieldTooLong):
        tidy_text("x" * (LONGEST_TEXT + 1), "account")
    assert tidy_line("x" * 12, "code", longest=12) == "x" * 12
    with pytest.raises(FieldTooLong):
        tidy_line("x" * 13, "code", longest=12)


def test_of_several_texts_the_empty_ones_are_left_out() -> None:
    assert tidy_lines((" uno ", " ", "", "dos"), "agenda") == ("uno", "dos")
    with pytest.raises(CharacterRefused):
        tidy_lines(("uno", "\x00"), "agenda")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ñawpatika", "nawpatika"),
        ("MAMANI  Quispe", "mamani quispe"),
        ("Straße", "STRASSE"),
        ("Tusuy\u00adñan", "tusuyñan"),
        ("Way\u200bra", "Wayra"),
        ("\ufeffWayra", "wayra"),
        ("７００", "700"),
    ],
)
def test_what_looks_alike_is_alike_when_it_is_compared(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(TYPED)
def test_folding_twice_is_folding_once(typed: str) -> None:
    assert folded(folded(typed)) == folded(typed)
