import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont

from justice_desk.documents import fonts
from justice_desk.documents.fonts import BOLD, FACES, REGULAR, has_marks, load_fonts, shaped, unprintable
from justice_desk.foundations.resources import resource

LANGUAGES = {
    "es": "áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»“”‘’–—…",
    "qu": "ñáʼ’chllqhÑ",
    "ay": "äïüÄÏÜñʼ’jxq",
    "gn": "ãẽĩõũỹg̃ÃẼĨÕŨỸG̃ʼ’ñ",
    "quc": "äëïöüʼ’kʼqʼtzʼbʼ",
    "kek": "ʼ’kʼqʼtzʼchʼaaee",
    "mam": "ẍẌꞌʼ’äkyꞌtxꞌqꞌ",
}
"""Letters of the languages of the two countries beside those of English."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_our_languages_can_be_printed(language: str) -> None:
    text = unicodedata.normalize("NFC", LANGUAGES[language])
    assert unprintable(text) == ""
    assert unprintable(" ".join(text)) == ""


@pytest.mark.parametrize(
    "sign",
    ["☐", "😀", "\t", "\n", "\u200b", "\u202e", "\ue000", "\u2003", "\u00ad", "\ufeff", "\x00", "中", "\ud800"],
)
def test_a_sign_that_leaves_no_ink_or_has_no_drawing_is_found(sign: str) -> None:
    assert unprintable(f"antes {sign} después") == sign


@pytest.mark.parametrize("letter", ["i̊", "j̃", "i̍"])
def test_a_letter_that_would_be_read_otherwise_than_written_is_found_whole(letter: str) -> None:
    assert unprintable(f"una {letter} más") == unicodedata.normalize("NFC", letter)


def test_what_is_misread_only_in_its_neighbourhood_is_found_as_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_read_back", lambda word: "otro" if len(word) > 3 else word)
    assert unprintable("g̃ua") == "g̃ua"
    assert unprintable("g̃") == ""


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_what_is_found_unprintable_stands_in_the_text(text: str) -> None:
    written = unicodedata.normalize("NFC", text)
    assert unprintable(written) in written


def test_only_letters_of_several_signs_need_shaping() -> None:
    assert not has_marks("Ñandú ỹ ẽ ẍ")
    assert has_marks("G̃")


def test_the_tilde_of_a_capital_stands_above_it() -> None:
    load_fonts()
    drawn = shaped("G̃", REGULAR, 11)
    assert isinstance(drawn, ShapedStr)
    low = shaped("g̃", REGULAR, 11)
    assert isinstance(low, ShapedStr)
    assert drawn == "G̃"
    heights = [vars(text)["__shapeData__"][1].y_offset for text in (drawn, low)]
    assert heights[0] > heights[1]


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@pytest.mark.parametrize("word", ["oficina", "fiscalía", "afflicción", "fjord", "G̃ofi"])
def test_no_two_letters_are_joined_into_one_sign(word: str, font: str) -> None:
    load_fonts()
    assert shaped(word, font, 11) == word


def test_all_faces_draw_the_same_signs() -> None:
    load_fonts()
    known = [set(cast("TTFont", pdfmetrics.getFont(name)).face.charToGlyph) for name in FACES]
    assert all(signs == known[0] for signs in known)


def test_every_face_travels_with_its_licence() -> None:
    licence = resource("fonts", "OFL-CharisSIL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert 'Reserved Font Names "Charis" and "SIL"' in licence
    assert all(resource("fonts", file).is_file() for file in FACES.values())
