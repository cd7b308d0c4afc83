from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.documents.fields import (
    MOMENT_FORMS,
    REGISTRY,
    FieldValue,
    Holder,
    Passage,
    Shape,
    inline,
    named,
    printed,
)
from justice_desk.documents.keeping import as_json, kept, texts
from justice_desk.documents.rules import FieldMisshapen, FieldUnknown, Signer
from justice_desk.foundations.canonical import canonical
from justice_desk.hearings.rules import Signing
from tests.documents.papers import AT, PAPERS, ZONE

GOOD: Mapping[Shape, FieldValue] = {
    Shape.LINE: "una línea",
    Shape.NUMBER: 12,
    Shape.MOMENT: AT,
    Shape.CODE: "reservada",
    Shape.PROSE: "un párrafo\notro",
    Shape.LINES: ["una", "otra"],
    Shape.POINTS: ["un punto", "otro\nlargo"],
    Shape.PEOPLE: [Holder("Mallku", "Ana Ficticia")],
    Shape.ROWS: [{"codigo": "V-01"}],
    Shape.SIGNERS: [Signer("Mallku", "Ana Ficticia")],
}
ONE_OF_EACH: Mapping[Shape, str] = {
    Shape.LINE: "sesion.lugar",
    Shape.NUMBER: "inventario.fojas",
    Shape.MOMENT: "sesion.inicio",
    Shape.CODE: "sesion.tipo",
    Shape.PROSE: "sesion.decision",
    Shape.LINES: "sesion.orden_del_dia",
    Shape.POINTS: "sesion.puntos",
    Shape.PEOPLE: "sesion.preside",
    Shape.ROWS: "partes",
    Shape.SIGNERS: "firmas",
}


def test_every_form_is_used_by_a_field() -> None:
    assert {field.shape for field in REGISTRY.values()} == set(Shape)
    assert {shape: REGISTRY[name].shape for shape, name in ONE_OF_EACH.items()} == {shape: shape for shape in Shape}


@pytest.mark.parametrize("shape", Shape)
def test_a_value_of_the_right_form_is_kept(shape: Shape) -> None:
    assert kept(ONE_OF_EACH[shape], GOOD[shape]) is not None


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("given_shape", Shape)
def test_a_value_of_another_form_is_refused_by_name(shape: Shape, given_shape: Shape) -> None:
    text = {Shape.LINE, Shape.PROSE, Shape.CODE}
    listed = {Shape.LINES, Shape.POINTS, Shape.PROSE}
    if shape == given_shape or (shape in {Shape.LINE, Shape.PROSE} and given_shape in text):
        return
    if (
        shape in listed
        and given_shape in {Shape.LINES, Shape.POINTS}
        and (shape, given_shape) != (Shape.LINES, Shape.POINTS)
    ):
        return
    with pytest.raises(FieldMisshapen) as refused:
        kept(ONE_OF_EACH[shape], GOOD[given_shape])
    assert refused.value.field == ONE_OF_EACH[shape]
    assert refused.value.shape == shape.value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inventario.fojas", 0),
        ("inventario.fojas", True),
        ("inventario.fojas", 10**9),
        ("sesion.inicio", datetime(2026, 1, 1)),  # noqa: DTZ001 - the fault under test
        ("sesion.tipo", "asamblea"),
        ("partes", [{"nombre": "Ana Ficticia"}]),
        ("partes", [{"codigo": 1.5}]),
        ("sesion.preside", [Holder(" ", "")]),
        ("sesion.orden_del_dia", [Passage("una\notra")]),
        ("firmas", [Holder("Mallku", "Ana Ficticia")]),
    ],
)
def test_what_cannot_be_meant_is_refused(name: str, value: FieldValue) -> None:
    with pytest.raises(FieldMisshapen):
        kept(name, value)


def test_a_field_that_no_paper_has_is_refused_by_name() -> None:
    with pytest.raises(FieldUnknown) as refused:
        kept("sesion.lugarr", "aquí")
    assert refused.value.field == "sesion.lugarr"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sesion.lugar", " \n "),
        ("sesion.decision", "\r\n\n "),
        ("sesion.puntos", ["", " "]),
        ("sesion.orden_del_dia", [" "]),
        ("firmas", []),
    ],
)
def test_nothing_given_is_nothing_kept(name: str, value: FieldValue) -> None:
    assert kept(name, value) is None


def test_texts_are_kept_in_normal_form_with_paragraphs_apart() -> None:
    assert kept("sesion.lugar", "  la  casa\ncomunal ") == "la casa comunal"
    assert kept("sesion.decision", "uno\r\n\n dos ") == (Passage("uno"), Passage("dos"))
    assert kept("comunidad.nombre", "N\u0303an") == "Ñan"


def test_the_language_of_a_passage_goes_with_each_of_its_paragraphs() -> None:
    assert kept("sesion.puntos", ["uno", Passage("mokõi\nmbohapy", "gn")]) == (
        (Passage("uno"),),
        (Passage("mokõi", "gn"), Passage("mbohapy", "gn")),
    )


def test_sheets_in_a_table_are_counted_in_words() -> None:
    assert kept("inventario", [{"fojas": 21, "descripcion": " "}]) == ({"fojas": (Passage("21 (veintiuno)"),)},)


def test_a_signer_is_kept_whole() -> None:
    signer = Signer(" Mallku ", "Ana  Ficticia", Signing.FINGERPRINT, "pulgar ", "", ("Luis  Ejemplo",))
    assert kept("huellas", [signer]) == (
        Signer("Mallku", "Ana Ficticia", Signing.FINGERPRINT, "pulgar", "", ("Luis Ejemplo",)),
    )


@pytest.mark.parametrize("kind", PAPERS)
def test_every_kept_value_has_a_canonical_form_and_gives_all_its_texts(kind: object) -> None:
    for name, value in next(fields for key, fields in PAPERS.items() if key == kind).items():
        known = kept(name, value)
        assert known is not None
        written = canonical(as_json(known)).decode()
        assert all(canonical(text).decode()[1:-1] in written for text in texts(known))


def test_a_moment_is_kept_in_utc() -> None:
    there = datetime(2026, 11, 24, 15, 40, tzinfo=timezone(timedelta(hours=-4)))
    assert as_json(there) == "2026-11-24T19:40:00+00:00"


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1 < at.year < 9999), st.sampled_from(sorted(MOMENT_FORMS))
)
def test_every_form_of_a_moment_is_printed(at: datetime, form: str) -> None:
    assert printed("sesion.inicio", at, form, ZONE)


def test_a_moment_is_printed_in_local_time_and_in_the_form_asked() -> None:
    said = {form: printed("sesion.inicio", AT, form, ZONE) for form in MOMENT_FORMS}
    assert said == {
        "": "a horas quince y cuarenta del día veinticuatro de noviembre de dos mil veintiséis",
        "horas": "las quince horas con cuarenta minutos del día veinticuatro de noviembre de dos mil veintiséis",
        "dia": "veinticuatro de noviembre de dos mil veintiséis",
        "hora": "horas quince y cuarenta",
        "reloj": "las quince horas con cuarenta minutos",
        "fecha": "24 de noviembre de 2026",
        "cifras": "24/11/2026, 15:40",
    }


def test_lists_and_people_are_printed_as_a_sentence_says_them() -> None:
    lines = kept("normativa.citas", ["Ley Ficticia 1", "Ley Ficticia 2"])
    people = kept(
        "sesion.preside", [Holder("Mallku", "Ana Ficticia"), Holder("", "Luis Ejemplo"), Holder("Jilaqata", "")]
    )
    assert lines is not None
    assert people is not None
    assert printed("normativa.citas", lines, "", ZONE) == "Ley Ficticia 1 y Ley Ficticia 2"
    assert printed("sesion.preside", people, "", ZONE) == "Ana Ficticia (Mallku), Luis Ejemplo y Jilaqata"
    assert printed("inventario.fojas", 12, "", ZONE) == "12 (doce)"
    assert named(Holder("", "")) == ""


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("caso.numero", ("caso.numero", "")),
        ("sesion.inicio", ("sesion.inicio", "")),
        ("sesion.inicio.dia", ("sesion.inicio", "dia")),
        ("sesion.inicio.siglo", None),
        ("sesion.inicio.", None),
        ("caso.numero.dia", None),
        ("sesion.puntos", None),
        ("firmas", None),
        ("nada", None),
    ],
)
def test_a_sentence_may_hold_only_fields_that_fit_into_one(name: str, meaning: tuple[str, str] | None) -> None:
    assert inline(name) == meaning


def test_only_the_reserved_sheet_has_fields_that_name_protected_persons() -> None:
    assert [name for name, field in REGISTRY.items() if field.secret] == ["identidades"]
