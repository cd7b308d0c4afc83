import re
import tomllib
from pathlib import Path

import pytest

from justice_desk.documents.fields import REGISTRY
from justice_desk.documents.rules import Kind, TemplateBroken
from justice_desk.documents.templates import BlockType, Condition, load_template, read_template
from justice_desk.foundations.resources import resource
from tests.documents.papers import COUNTRIES, PAPERS

REQUIRED = {
    ("bo", Kind.ACTA): (
        "BO-07 encabezado_comunidad numero_correlativo lugar fecha_hora autoridades_presentes orden_del_dia asistencia "
        "desarrollo_numerado acuerdos lectura_y_conformidad firmas_o_huellas sello"
    ),
    ("bo", Kind.OFICIO): (
        "BO-12 cite destinatario_cargo referencia hora_de_conocimiento aviso_verbal_previo resumen_codificado "
        "base_legal inventario_fojas riesgo_y_proteccion pedido_de_reserva contacto_seguro_enlace pedido_de_acuse"
    ),
    ("bo", Kind.RESERVED_SHEET): "BO-16 codigo identidad contacto_seguro restricciones",
    ("gt", Kind.ACTA): (
        "GT-12 encabezado_comunidad numero_correlativo lugar fecha_hora autoridades_presentes desarrollo_numerado "
        "acuerdos lectura_y_conformidad firmas_o_huellas sello"
    ),
    ("gt", Kind.OFICIO): (
        "GT-05 destinatario_cargo hora_de_conocimiento relato_circunstanciado participes agraviados_codificados "
        "testigos_codificados elementos_de_prueba pedido_de_confidencialidad idioma_requerido"
    ),
    ("gt", Kind.RESERVED_SHEET): "GT-09 codigo identidad contacto_seguro restricciones",
}
"""What the catalogue of each country asks of its papers; a letter or a sheet that nobody signs is none, besides."""
MINIMAL = """
paper = "XX-01"
title = "Papel"
language = "es"
[[block]]
id = "cuerpo"
type = "text"
text = "En {sesion.lugar}."
"""


def broken(content: str) -> TemplateBroken:
    with pytest.raises(TemplateBroken) as refused:
        read_template(content.encode(), "xx/acta.toml", Kind.ACTA)
    assert refused.value.file == "xx/acta.toml"
    assert refused.value.reason
    return refused.value


@pytest.mark.parametrize(("country", "kind"), REQUIRED)
def test_a_template_asks_for_everything_that_the_catalogue_asks_of_its_paper(country: str, kind: Kind) -> None:
    template = load_template(country, kind)
    paper, *contents = REQUIRED[country, kind].split()
    assert template.paper == paper
    signed = [] if kind is Kind.ACTA else ["firma_de_autoridad"]
    assert [required.content for required in template.required] == contents + signed


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", Kind)
def test_a_template_prints_every_field_of_its_sample_paper(country: str, kind: Kind) -> None:
    blocks = load_template(country, kind).blocks
    printed = frozenset[str]().union(*(block.fields for block in blocks))
    asked = {condition.field for block in blocks for condition in block.when if condition.equals}
    assert set(PAPERS[kind]) <= printed | asked


def test_a_paper_of_guatemala_never_says_what_only_bolivia_has() -> None:
    texts = [path.read_text(encoding="utf-8") for path in resource("templates", "gt").iterdir()]
    assert len(texts) == len(Kind)
    for text in texts:
        assert not re.search("jurisdicc|competenc|declinator|originari|campesin", text, re.IGNORECASE)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", Kind)
def test_a_template_says_that_law_is_in_force_where_no_citation_was_confirmed(country: str, kind: Kind) -> None:
    blocks = load_template(country, kind).blocks
    cited = [block for block in blocks if Condition("normativa.citas") in block.when]
    plain = [block for block in blocks if Condition("normativa.citas", present=False) in block.when]
    assert len(cited) == len(plain) == 1
    assert "conforme a normativa vigente" in plain[0].text
    laws = re.compile(r"(?i)\bley\b|\bart[íi]culo|\bdecreto|\bconstituci")
    assert not any(laws.search(block.text) for block in blocks)


@pytest.mark.parametrize("country", COUNTRIES)
def test_only_the_reserved_sheet_prints_identities(country: str) -> None:
    for kind in Kind:
        printed = frozenset[str]().union(*(block.fields for block in load_template(country, kind).blocks))
        assert any(REGISTRY[name].secret for name in printed) is kind.holds_identities


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", Kind)
def test_a_template_is_known_by_the_hash_of_its_file(country: str, kind: Kind) -> None:
    content = resource("templates", country, f"{kind.value}.toml").read_bytes()
    template = load_template(country, kind)
    assert template.sha256 != read_template(content + b"\n# another", "x", kind).sha256
    assert template == read_template(content, template.file, kind)


def test_a_minimal_template_is_read() -> None:
    template = read_template(MINIMAL.encode(), "xx/acta.toml", Kind.ACTA)
    assert template.blocks[0].type is BlockType.TEXT
    assert template.blocks[0].fields == {"sesion.lugar"}
    assert template.required == ()


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateBroken) as refused:
        load_template("bo", Kind.ACTA, tmp_path)
    assert refused.value.file == "bo/acta.toml"


def test_what_is_no_toml_is_told() -> None:
    assert broken("= nothing").block == ""


def test_what_is_no_utf8_is_told() -> None:
    with pytest.raises(TemplateBroken) as refused:
        read_template(b'paper = "\xff"', "xx/acta.toml", Kind.ACTA)
    assert "UTF-8" in refused.value.reason


@pytest.mark.parametrize(
    ("was", "becomes", "place", "reason"),
    [
        ('paper = "XX-01"', "", "", "paper is missing"),
        ('title = "Papel"', 'title = " "', "", "title is missing"),
        ('language = "es"', 'language = "es"\ncolour = "red"', "", "colour does not belong there"),
        ('type = "text"', 'type = "picture"', "1", "no block is of type picture"),
        ('type = "text"', "", "1", "type is missing"),
        ('type = "text"', 'type = "heading"\nfield = "sesion.lugar"', "1 (heading)", "field does not belong there"),
        ('text = "En {sesion.lugar}."', "", "1 (text)", "a text block has either a text or a field"),
        ('text = "En {sesion.lugar}."', "text = 3", "1 (text)", "text is not what belongs there"),
        ('text = "En {sesion.lugar}."', 'text = ""', "1 (text)", "text is not what belongs there"),
        ("{sesion.lugar}", "{sesion.sitio}", "1 (text)", "no sentence can hold a field sesion.sitio"),
        ("{sesion.lugar}", "{firmas}", "1 (text)", "no sentence can hold a field firmas"),
        ("{sesion.lugar}", "{sesion.lugar", "1 (text)", "a brace without its partner"),
        ("{sesion.lugar}", "☐", "1 (text)", "U+2610 cannot be printed"),
        ('text = "En {sesion.lugar}."', 'field = "sesion.sitio"', "1 (text)", "there is no field sesion.sitio"),
        (
            'text = "En {sesion.lugar}."',
            'field = "sesion.puntos"',
            "1 (text)",
            "sesion.puntos has not the form that this block prints",
        ),
        ('type = "text"', 'type = "text"\nstyle = "loud"', "1 (text)", "no text stands like loud"),
        ('id = "cuerpo"', 'id = " "', "1 (text)", "id is missing"),
        ('type = "text"', 'type = "text"\nwhen = 3', "1 (text)", "a table belongs there"),
        (
            'type = "text"',
            'type = "text"\nwhen = { present = "sesion.sitio" }',
            "1 (text)",
            "a condition is: present, absent, or field and equals one of its codes",
        ),
        (
            'type = "text"',
            'type = "text"\nwhen = { field = "sesion.tipo", equals = "fiesta" }',
            "1 (text)",
            "a condition is: present, absent, or field and equals one of its codes",
        ),
        ('[[block]]\nid = "cuerpo"', '[block]\nid = "cuerpo"', "", "block is missing"),
        (
            "[[block]]",
            "[required]\nlugar = 3\n[[block]]",
            "required.lugar",
            "what supplies a content is a field, a field:column or a block:id",
        ),
        ("[[block]]", '[required]\nlugar = "block:otro"\n[[block]]', "required.lugar", "there is no block otro"),
        (
            "[[block]]",
            '[required]\nlugar = "sesion.inicio"\n[[block]]',
            "required.lugar",
            "no block prints sesion.inicio",
        ),
        (
            "[[block]]",
            '[required]\nlugar = "sesion.lugar:x"\n[[block]]',
            "required.lugar",
            "no block prints sesion.lugar:x",
        ),
        ('language = "es"', 'language = "es"\nrequired = 3', "required", "a table belongs there"),
    ],
)
def test_a_broken_template_is_refused_with_block_and_reason(was: str, becomes: str, place: str, reason: str) -> None:
    assert was in MINIMAL
    refused = broken(MINIMAL.replace(was, becomes))
    assert (refused.block, refused.reason) == (place, reason)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ('type = "table"\nfield = "partes"', "columns is missing"),
        ('type = "table"\nfield = "partes"\ncolumns = [3]', "a table belongs there"),
        ('type = "table"\nfield = "partes"\ncolumns = [{ key = "x", title = "X" }]', "partes has no column x"),
        ('type = "table"\nfield = "partes"\ncolumns = [{ key = "rol" }]', "title is missing"),
        (
            'type = "table"\nfield = "partes"\ncolumns = [{ key = "rol", title = "X", share = 0 }]',
            "a share is a whole number from 1 to 100",
        ),
        (
            'type = "table"\nfield = "partes"\ncolumns = [{ key = "rol", title = "X", wide = 1 }]',
            "wide does not belong there",
        ),
        ('type = "definition"\nentries = [{ label = "Lugar" }]', "text is missing"),
        (
            'type = "records"\nfield = "identidades"\ncolumns = [{ key = "codigo", title = "X" }]',
            "identidades names protected persons; only the reserved sheet may",
        ),
    ],
)
def test_a_broken_table_is_refused_with_its_reason(block: str, reason: str) -> None:
    assert broken(f"{MINIMAL}\n[[block]]\n{block}").reason == reason


def test_a_definition_prints_what_its_lines_hold() -> None:
    content = (
        f'{MINIMAL}\n[[block]]\ntype = "definition"\nentries = [{{ label = "Día", text = "{{sesion.inicio.dia}}" }}]'
    )
    assert read_template(content.encode(), "xx", Kind.ACTA).blocks[1].fields == {"sesion.inicio"}
    assert tomllib.loads(content)["block"][1]["type"] == "definition"
