import pytest
from reportlab.platypus import Flowable

from justice_desk.documents.closing import Closing
from justice_desk.documents.composing import Composed, Composer, Room
from justice_desk.documents.fields import FieldValue
from justice_desk.documents.filling import Filled, fill, parts
from justice_desk.documents.fonts import load_fonts
from justice_desk.documents.rendering import render
from justice_desk.documents.rules import FieldAbsent, Kind, PaperSize, Signer
from justice_desk.documents.setting import PaperSetting
from justice_desk.documents.square import VerificationBlock
from justice_desk.documents.templates import read_template
from justice_desk.documents.typesetting import TaggedParagraph
from tests.documents.drawing import flow, watched
from tests.documents.papers import AT, ZONE, issued, number
from tests.documents.structure import tree

HEAD = """
paper = "XX-01"
title = "Papel de prueba"
language = "es"
"""
BODY = """
[[block]]
type = "text"
field = "sesion.decision"
"""
SIGNATURES = """
[[block]]
type = "signatures"
field = "firmas"
text = "Firman."
"""
FINGERPRINTS = """
[[block]]
type = "fingerprints"
field = "huellas"
"""
CHECK = """
[[block]]
type = "verification"
text = "Así se comprueba."
"""
TABLE = """
[[block]]
type = "definition"
entries = [{ label = "Lugar", text = "aquí" }]
"""
SIGNED: dict[str, FieldValue] = {"firmas": [Signer("Mallku", "Ana Ficticia")]}


def paper(*blocks: str, **fields: FieldValue) -> Filled:
    load_fonts()
    template = read_template((HEAD + "".join(blocks)).encode(), "xx/acta.toml", Kind.ACTA)
    return fill(template, {name.replace("__", "."): value for name, value in fields.items()}, ZONE, number(), AT)


def composed(filled: Filled) -> Composed:
    return Composer(filled, PaperSetting(PaperSize.CARTA, issued(filled)), Room(470, 650)).compose(parts(filled))


def texts(flowables: list[Flowable]) -> list[str]:
    return [one.getPlainText() for one in flowables if isinstance(one, TaggedParagraph)]


def test_a_short_closing_text_takes_the_paragraph_before_it_with_it() -> None:
    made = composed(paper(BODY, SIGNATURES, CHECK, sesion__decision="Uno.\nDos.", **SIGNED))
    (closing,) = [one for one in made.flow if isinstance(one, Closing)]
    assert texts(list(closing.text)) == ["Dos.", "Firman."]
    assert texts(made.flow)[-1] == "Uno."


def test_a_closing_text_after_a_table_stands_alone_rather_than_take_the_table() -> None:
    made = composed(paper(TABLE, SIGNATURES, CHECK, **SIGNED))
    (closing,) = [one for one in made.flow if isinstance(one, Closing)]
    assert texts(list(closing.text)) == ["Firman."]


def test_a_paper_that_nobody_signs_keeps_its_last_words_and_the_means_to_check_it() -> None:
    made = composed(paper(BODY, SIGNATURES, CHECK, sesion__decision="Uno."))
    assert texts(made.flow)[-2:] == ["Uno.", "Firman."]
    assert isinstance(made.flow[-1], VerificationBlock)


def test_a_paper_may_end_without_the_means_to_check_it(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = paper(BODY, SIGNATURES, sesion__decision="Uno.", **SIGNED)
    with watched(monkeypatch) as lines:
        pdf = render(filled, PaperSetting(PaperSize.CARTA, issued(filled))).pdf
    assert flow(lines).endswith("Firman. Ana Ficticia Mallku")
    assert [node.role for node in tree(pdf).walk()].count("H1") == 1


def test_fingerprints_without_signatures_are_laid_out_too() -> None:
    made = composed(paper(BODY, FINGERPRINTS, sesion__decision="Uno.", huellas=SIGNED["firmas"]))
    (closing,) = [one for one in made.flow if isinstance(one, Closing)]
    assert len(closing.rows) == 1


def test_a_field_that_a_block_prints_whole_must_be_there() -> None:
    with pytest.raises(FieldAbsent) as refused:
        composed(paper(BODY))
    assert (refused.value.field, refused.value.block) == ("sesion.decision", "1 (text)")


def test_a_paper_without_a_case_says_so() -> None:
    assert "Caso sin número" in texts(composed(paper(BODY, sesion__decision="Uno.")).flow)
