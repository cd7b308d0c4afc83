from collections.abc import Mapping

import pytest
from reportlab.pdfgen.textobject import PDFTextObject

from justice_desk.documents.fields import FieldValue, Passage, Row
from justice_desk.documents.rules import Kind, PaperSize, Signer
from justice_desk.documents.typesetting import WIDEST_SPACE
from justice_desk.hearings.rules import Signing
from tests.documents.drawing import Line, flow, watched
from tests.documents.papers import ACTA, FINGERPRINTS, OFICIO, SENTENCE, SHEET, filled, rendered

WORDS = [f"palabra{place}" for place in range(20_000)]
MARKUP = "Juan <Pérez> & Cía. <b>no</b> <img src='/etc/passwd'/> &amp; </para> <!-- -->"


def drawn(
    monkeypatch: pytest.MonkeyPatch,
    given_fields: Mapping[str, FieldValue],
    kind: Kind = Kind.ACTA,
    size: PaperSize = PaperSize.CARTA,
    *,
    draft: bool = False,
) -> list[Line]:
    with watched(monkeypatch) as lines:
        rendered(filled(given_fields, kind, draft=draft), size)
    return lines


def test_what_looks_like_markup_is_printed_as_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(
        monkeypatch, {**ACTA, "sesion.decision": MARKUP, "sesion.puntos": [MARKUP], "comunidad.nombre": MARKUP}
    )
    assert flow(lines).count(MARKUP) == 3


def test_what_looks_like_markup_is_printed_in_tables_and_places_to_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"codigo": "V-01", "rol": MARKUP, "idioma": "x"}
    lines = drawn(monkeypatch, {**OFICIO, "partes": [row], "firmas": [Signer(MARKUP, MARKUP)]}, Kind.OFICIO)
    assert flow(lines).count(MARKUP) == 3


def test_twenty_thousand_words_flow_over_pages_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [" ".join(WORDS[:12_000]), " ".join(WORDS[12_000:19_000]) + "\n" + " ".join(WORDS[19_000:])]
    lines = drawn(monkeypatch, {**ACTA, "sesion.puntos": points})
    assert [word for word in flow(lines).split() if word.startswith("palabra")] == WORDS
    assert lines[-1].page > 20


def test_a_row_that_is_higher_than_a_page_is_split_and_none_of_it_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    words = WORDS[:1_500]
    row = {"codigo": "V-01", "rol": "Posible víctima", "edad": " ".join(words), "idioma": "quechua"}
    lines = drawn(monkeypatch, {**OFICIO, "partes": [row, {**row, "edad": "x"}]}, Kind.OFICIO)
    assert [word for word in flow(lines).split() if word.startswith("palabra")] == words


def test_the_head_of_a_table_stands_again_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Row] = [{"numero": str(place), "descripcion": f"Papel {place}", "fojas": 1} for place in range(1, 90)]
    lines = drawn(monkeypatch, {**OFICIO, "inventario": rows}, Kind.OFICIO)
    pages = {line.page for line in lines if line.text.startswith("Papel ")}
    assert len(pages) > 2
    assert {line.page for line in lines if line.text == "Descripción"} == pages


@pytest.mark.parametrize("size", PaperSize)
def test_a_sheet_of_many_people_loses_none(monkeypatch: pytest.MonkeyPatch, size: PaperSize) -> None:
    people = [
        {"codigo": f"V-{place:02}", "nombres": f"Persona{place}", "contacto_seguro": SENTENCE, "restricciones": "No"}
        for place in range(1, 31)
    ]
    text = flow(drawn(monkeypatch, {**SHEET, "identidades": people}, Kind.RESERVED_SHEET, size))
    assert all(f"Código V-{place:02}" in text and f"Persona{place}" in text for place in range(1, 31))


def test_every_page_says_where_a_loose_sheet_belongs(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(monkeypatch, {**ACTA, "sesion.puntos": [SENTENCE] * 40})
    pages = max(line.page for line in lines if line.flowing)
    stamps = [
        line for line in lines if line.text.startswith("ACTA A-012/2026 · Caso JIOC-BO-040101-A-2026-0003 · 24/11/2026")
    ]
    assert [line.page for line in stamps] == list(range(1, pages + 1))
    assert all("Código " in line.text and "Registro 132 · 7F3K-9Q2M-44XA" in line.text for line in stamps)
    assert [line.text for line in lines if line.text.startswith("Página")] == [
        f"Página {page} de {pages}" for page in range(1, pages + 1)
    ]


def test_a_long_name_is_cut_in_the_running_head_and_whole_on_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "Comunidad " + "de nombre largo " * 18
    lines = drawn(monkeypatch, {**ACTA, "comunidad.nombre": name})
    assert name.strip() in flow(lines)
    heads = [line.text for line in lines if not line.flowing and "Comunidad" in line.text]
    assert heads
    assert all(head.endswith("…") for head in heads)


def test_a_long_stamp_is_made_smaller_and_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    number = "JIOC-BO-040101-A-2026-0003-" + "9" * 40
    lines = drawn(monkeypatch, {**ACTA, "caso.numero": number})
    stamps = [line for line in lines if line.text.startswith("ACTA") and "Registro" in line.text]
    assert all(number in line.text for line in stamps)
    assert all(line.size < 7 for line in stamps)


def test_a_draft_says_so_on_every_page_and_has_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(monkeypatch, ACTA, draft=True)
    pages = {line.page for line in lines if line.flowing}
    assert {line.page for line in lines if line.text == "BORRADOR"} == pages
    assert "A-012/2026" not in " ".join(line.text for line in lines)


def test_an_empty_draft_has_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Acta de audiencia o sesión" in flow(drawn(monkeypatch, {}, draft=True))


def test_a_place_to_sign_names_everyone_by_office(monkeypatch: pytest.MonkeyPatch) -> None:
    text = flow(drawn(monkeypatch, ACTA))
    for said in (
        "Mateo Ficticio Mamani Jiliri Mallku",
        "No firma. Motivo: ausente por viaje",
        "Impresión digital: pulgar derecho",
        "Testigo: Ana Ficticia",
        "Testigo: Luis Ejemplo",
        "Firma a ruego de Santos Modelo Choque",
    ):
        assert said in text


def test_a_fingerprint_always_has_two_witnesses_and_more_where_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Signer("Jilaqata", "Huella", Signing.FINGERPRINT, witnesses=("Ana Ficticia",))
    three = Signer("Jilaqata", "Ruego", Signing.ON_REQUEST, witnesses=("Uno", "Dos", "Tres"))
    text = flow(drawn(monkeypatch, {**ACTA, "huellas": [one, three]}))
    assert text.count("Testigo:") == 5
    assert text.count("Testigo: ___") == 1


def test_names_that_are_missing_leave_room_to_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    nameless = [Signer("Jilaqata", ""), Signer("Mallku", "", Signing.NOT_SIGNED)]
    inked = [Signer("Jilaqata", "", Signing.FINGERPRINT), Signer("Mallku", "", Signing.ON_REQUEST)]
    text = flow(drawn(monkeypatch, {**ACTA, "firmas": nameless, "huellas": inked}))
    assert text.count("Nombre: ___") == 3
    assert "Motivo: ___" in text
    assert "Firma a ruego de ___" in text


def test_the_words_of_another_language_are_drawn_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "g̃uahẽ G̃ ỹvy ẍ kʼicheʼ tyꞌ"
    text = flow(drawn(monkeypatch, {**ACTA, "sesion.puntos": [Passage(words, "gn")], "huellas": FINGERPRINTS}))
    assert words in text


def test_a_line_that_would_gape_is_left_ragged(monkeypatch: pytest.MonkeyPatch) -> None:
    spaces: list[float] = []
    widen = PDFTextObject.setWordSpace

    def noting(self: PDFTextObject, wordSpace: float) -> None:  # noqa: N803 - the engine's name
        spaces.append(wordSpace)
        widen(self, wordSpace)

    monkeypatch.setattr(PDFTextObject, "setWordSpace", noting)
    rendered(filled({**ACTA, "sesion.decision": f"dos palabras {'larguísima' * 7} {SENTENCE}"}))
    assert 1 < max(spaces) <= WIDEST_SPACE
