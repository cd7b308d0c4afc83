from collections.abc import Mapping
from dataclasses import replace

import pytest

from justice_desk.documents.fields import DOCUMENT_NUMBER, FieldValue, Holder, Passage
from justice_desk.documents.filling import (
    BLANK,
    Classification,
    Filled,
    Grid,
    Heading,
    Numbered,
    Pairs,
    Records,
    Signatures,
    Text,
    Title,
    canonical_content,
    content_hash,
    fill,
    parts,
    refuse_unprintable,
)
from justice_desk.documents.rules import (
    CharacterUnprintable,
    ContentMissing,
    FieldAbsent,
    FieldUnknown,
    FieldUnprinted,
    Kind,
    Signer,
    SignerWithoutOffice,
)
from justice_desk.documents.templates import load_template, read_template
from justice_desk.foundations.canonical import canonical
from tests.documents.papers import (
    ACTA,
    AT,
    COUNTRIES,
    HEARING,
    OFICIO,
    PAPERS,
    SHEET,
    SIGNERS,
    ZONE,
    filled,
    number,
)


def without(given: Mapping[str, FieldValue], *names: str) -> dict[str, FieldValue]:
    return {name: value for name, value in given.items() if name not in names}


def headings(paper: Filled) -> list[str]:
    return [part.text for part in parts(paper) if isinstance(part, Heading)]


def texts(paper: Filled) -> str:
    return "\n".join(passage.text for part in parts(paper) if isinstance(part, Text) for passage in part.passages)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", Kind)
def test_a_whole_paper_has_a_title_and_places_to_sign(country: str, kind: Kind) -> None:
    said = parts(filled(PAPERS[kind], kind, country))
    assert sum(isinstance(part, Title) for part in said) == 1
    assert sum(isinstance(part, Classification) for part in said) == 1
    signers = [signer for part in said if isinstance(part, Signatures) for signer in part.signers]
    assert set(SIGNERS[:1]) <= set(signers)


@pytest.mark.parametrize(
    ("given", "title", "classification"),
    [
        (ACTA, "ACTA DE SESIÓN RESERVADA DE AUTORIDADES", "RESERVADO"),
        (HEARING, "ACTA DE AUDIENCIA", "USO INTERNO"),
    ],
)
def test_one_template_serves_the_reserved_session_and_the_hearing(
    given: Mapping[str, FieldValue], title: str, classification: str
) -> None:
    said = parts(filled(given))
    assert [part.text for part in said if isinstance(part, Title)] == [title]
    assert [part.text for part in said if isinstance(part, Classification)] == [classification]


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_reserved_session_makes_no_agreement(country: str) -> None:
    with pytest.raises(FieldUnprinted) as refused:
        parts(filled({**ACTA, "sesion.acuerdos": ["Un acuerdo"]}, country=country))
    assert refused.value.field == "sesion.acuerdos"
    assert "ACUERDOS" in headings(filled(HEARING, country=country))


def test_a_draft_refuses_an_agreement_of_a_reserved_session_too() -> None:
    with pytest.raises(FieldUnprinted):
        parts(filled({**ACTA, "sesion.acuerdos": ["Un acuerdo"]}, draft=True))


def test_a_draft_waits_for_the_kind_of_session_to_be_chosen() -> None:
    undecided = without({**HEARING}, "sesion.tipo")
    assert not any(isinstance(part, Title) for part in parts(filled(undecided, draft=True)))


MISSING = [
    (Kind.ACTA, ("sesion.lugar",), "lugar"),
    (Kind.ACTA, ("sesion.inicio",), "fecha_hora"),
    (Kind.ACTA, ("sesion.autoridades",), "autoridades_presentes"),
    (Kind.ACTA, ("sesion.orden_del_dia",), "orden_del_dia"),
    (Kind.ACTA, ("sesion.puntos",), "desarrollo_numerado"),
    (Kind.ACTA, ("sesion.decision",), "acuerdos"),
    (Kind.ACTA, ("sesion.lectura",), "lectura_y_conformidad"),
    (Kind.ACTA, ("firmas", "huellas"), "firmas_o_huellas"),
    (Kind.OFICIO, ("destinatario.cargo",), "destinatario_cargo"),
    (Kind.OFICIO, ("oficio.referencia",), "referencia"),
    (Kind.OFICIO, ("caso.conocimiento",), "hora_de_conocimiento"),
    (Kind.OFICIO, ("aviso.previo",), "aviso_verbal_previo"),
    (Kind.OFICIO, ("caso.resumen",), "resumen_codificado"),
    (Kind.OFICIO, ("inventario",), "inventario_fojas"),
    (Kind.OFICIO, ("riesgo",), "riesgo_y_proteccion"),
    (Kind.OFICIO, ("enlace.contacto",), "contacto_seguro_enlace"),
    (Kind.OFICIO, ("firmas",), "firma_de_autoridad"),
    (Kind.RESERVED_SHEET, ("identidades",), "codigo"),
    (Kind.RESERVED_SHEET, ("firmas",), "firma_de_autoridad"),
]


@pytest.mark.parametrize(("kind", "names", "content"), MISSING)
def test_a_required_content_that_is_missing_is_named(kind: Kind, names: tuple[str, ...], content: str) -> None:
    with pytest.raises(ContentMissing) as refused:
        parts(filled(without(PAPERS[kind], *names), kind))
    assert refused.value.content == content
    assert refused.value.field.partition(":")[0] in {*names, "sesion.acuerdos"}


@pytest.mark.parametrize("column", ["contacto_seguro", "restricciones", "nombres"])
def test_every_person_of_the_sheet_has_what_is_required(column: str) -> None:
    people: list[dict[str, str]] = [
        {"codigo": "V-01", "nombres": "Una", "contacto_seguro": "Sí", "restricciones": "No"}
    ]
    people.append(without(people[0], column))  # type: ignore[arg-type]  # a row is a mapping too
    with pytest.raises(ContentMissing) as refused:
        parts(filled({**SHEET, "identidades": people}, Kind.RESERVED_SHEET))
    assert refused.value.field == f"identidades:{column}"


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", Kind)
def test_a_field_of_another_paper_is_never_lost_without_a_word(country: str, kind: Kind) -> None:
    blocks = load_template(country, kind).blocks
    known = frozenset(PAPERS[kind]).union(*(block.fields for block in blocks))
    others = {name: value for given in PAPERS.values() for name, value in given.items() if name not in known}
    assert others
    for name, value in others.items():
        with pytest.raises(FieldUnprinted) as refused:
            parts(filled({**PAPERS[kind], name: value}, kind, country))
        assert refused.value.field == name


def test_a_sentence_that_lacks_its_field_is_named_with_its_block() -> None:
    with pytest.raises(FieldAbsent) as refused:
        parts(filled(without(OFICIO, "destinatario.lugar"), Kind.OFICIO))
    assert refused.value.field == "destinatario.lugar"
    assert refused.value.block.endswith("(text)")


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("nada", "x", FieldUnknown),
        ("documento.numero", "ACTA A-999/2026", FieldUnprinted),
        ("riesgo", "alto", FieldUnprinted),
        ("firmas", [Signer("", "Persona Ficticia")], SignerWithoutOffice),
        ("huellas", [Signer(" ", "Persona Ficticia")], SignerWithoutOffice),
    ],
)
def test_what_an_acta_does_not_take_is_refused(name: str, value: FieldValue, error: type[Exception]) -> None:
    with pytest.raises(error):
        parts(filled({**ACTA, name: value}))


def test_a_column_that_the_paper_does_not_show_is_refused() -> None:
    content = load_template("bo", Kind.OFICIO)
    blocks = tuple(
        replace(block, columns=block.columns[:-1]) if block.field == "partes" else block for block in content.blocks
    )
    paper = fill(replace(content, blocks=blocks), OFICIO, ZONE, number(Kind.OFICIO), AT)
    with pytest.raises(FieldUnprinted) as refused:
        parts(paper)
    assert refused.value.field == "partes:idioma"


def test_only_confirmed_citations_are_printed_as_law() -> None:
    assert "conforme a normativa vigente" in texts(filled(ACTA))
    cited = texts(filled(HEARING))
    assert "Ley Ficticia 1, artículo 2 y Ley Ficticia 3, artículo 4" in cited
    assert "vigente" not in cited


def test_moments_are_said_in_the_local_words_of_the_country() -> None:
    assert "a horas quince y cuarenta del día veinticuatro de noviembre de dos mil veintiséis" in texts(filled(ACTA))
    said = texts(filled(ACTA, country="gt"))
    assert "siendo las quince horas con cuarenta minutos del día veinticuatro de noviembre" in said


def test_a_value_that_ends_with_a_point_does_not_end_its_sentence_twice() -> None:
    assert "folio 112 vta." in texts(filled(ACTA))
    assert "vta.." not in texts(filled(ACTA))


def test_points_are_numbered_in_words_and_keep_their_paragraphs_and_languages() -> None:
    (points,) = [part for part in parts(filled(ACTA)) if isinstance(part, Numbered) and part.run_in]
    assert [label for label, _ in points.points] == ["PRIMERO.–", "SEGUNDO.–", "TERCERO.–"]
    assert points.points[1][1][0].language == "gn"
    assert len(points.points[2][1]) == 2


def test_a_list_is_numbered_in_figures() -> None:
    (agenda,) = [part for part in parts(filled(ACTA)) if isinstance(part, Numbered) and not part.run_in]
    assert [label for label, _ in agenda.points] == ["1.", "2."]


def test_somebody_without_an_office_is_listed_as_present() -> None:
    attendance = [part for part in parts(filled(HEARING)) if isinstance(part, Pairs)][1]
    assert [term for term, _ in attendance.lines] == ["Asistente", "Comunario"]


def test_a_session_without_others_says_so() -> None:
    assert "no asistió ninguna otra persona" in texts(filled(ACTA))


def test_a_person_of_the_sheet_has_a_line_for_each_thing_that_is_known() -> None:
    (records,) = [part for part in parts(filled(SHEET, Kind.RESERVED_SHEET)) if isinstance(part, Records)]
    assert [caption for caption, _ in records.sheets] == ["Código V-01", "Código T-01"]
    assert [term for term, _ in records.sheets[1][1].lines] == ["Nombres", "Contacto seguro", "Restricciones"]


def test_an_empty_draft_shows_blanks_and_loses_nothing() -> None:
    for kind in Kind:
        said = parts(filled({}, kind, draft=True))
        assert any(isinstance(part, Signatures) and part.signers == (Signer(BLANK, ""),) for part in said)
    (grid,) = [part for part in parts(filled({}, Kind.OFICIO, draft=True)) if isinstance(part, Grid)]
    assert all(cell == (Passage(BLANK),) for row in grid.rows for cell in row)


def test_a_person_without_a_name_has_a_blank_to_be_filled_by_hand() -> None:
    said = parts(filled({**ACTA, "sesion.autoridades": [Holder("Jilaqata", "")]}))
    people = next(part for part in said if isinstance(part, Pairs))
    assert people.lines == (("Jilaqata", (Passage(BLANK),)),)


def test_fingerprints_alone_sign_a_paper() -> None:
    said = [part for part in parts(filled(without(ACTA, "firmas"))) if isinstance(part, Signatures)]
    assert [len(part.signers) for part in said] == [0, 2]


def test_a_definition_prints_its_lines() -> None:
    toml = """
    paper = "XX-01"
    title = "Papel"
    language = "es"
    [[block]]
    type = "definition"
    entries = [{ label = "Lugar", text = "{sesion.lugar}" }, { label = "Día", text = "{sesion.inicio.fecha}" }]
    """
    template = read_template(toml.encode(), "xx", Kind.ACTA)
    paper = fill(template, {"sesion.lugar": "Aquí", "sesion.inicio": AT}, ZONE, number(), AT)
    assert parts(paper) == (Pairs((("Lugar", (Passage("Aquí"),)), ("Día", (Passage("24 de noviembre de 2026"),)))),)


def test_the_content_says_template_number_and_moment_and_everything_given() -> None:
    content = canonical_content(filled(ACTA))
    assert isinstance(content, Mapping)
    assert content["number"] == "ACTA A-012/2026"
    assert content["template"] == load_template("bo", Kind.ACTA).sha256
    assert content["issued"] == "2026-11-24T19:40:00+00:00"
    assert isinstance(content["fields"], Mapping)
    assert set(content["fields"]) == set(ACTA)
    assert DOCUMENT_NUMBER not in content["fields"]
    draft = canonical_content(filled(ACTA, draft=True))
    assert isinstance(draft, Mapping)
    assert draft["number"] == ""


@pytest.mark.parametrize(
    "change",
    [{"sesion.lugar": "otro lugar"}, {"firmas": SIGNERS[:1]}, {"sesion.puntos": ["otro"]}, {"sesion.idioma": ""}],
)
def test_whatever_is_changed_changes_the_hash(change: Mapping[str, FieldValue]) -> None:
    assert content_hash(filled({**ACTA, **change})) != content_hash(filled(ACTA))


def test_the_order_in_which_fields_are_given_changes_nothing() -> None:
    backwards = dict(reversed(list(ACTA.items())))
    assert canonical(canonical_content(filled(backwards))) == canonical(canonical_content(filled(ACTA)))


def test_a_sign_that_cannot_be_printed_is_named_with_its_field() -> None:
    paper = filled({**ACTA, "sesion.decision": "una casilla ☐"})
    with pytest.raises(CharacterUnprintable) as refused:
        refuse_unprintable(paper, lambda text: "☐" if "☐" in text else "")
    assert (refused.value.sign, refused.value.code, refused.value.field) == ("☐", "U+2610", "sesion.decision")
