import hashlib
import re
from collections.abc import Mapping

import pytest

from justice_desk.documents.fields import FieldValue, Passage
from justice_desk.documents.rules import CharacterUnprintable, Kind, Mark, MarkKind, PaperSize, Signer
from tests.documents.papers import (
    ACTA,
    COUNTRIES,
    HEARING,
    OFICIO,
    PAPERS,
    SENTENCE,
    SHEET,
    SIGNERS,
    draft,
    filled,
    issued,
    made,
    rendered,
)
from tests.documents.structure import Node, fonts, ink, opened, tree

KINDS = [(country, kind) for country in COUNTRIES for kind in Kind]


def named(root: Node, role: str) -> list[Node]:
    return [node for node in root.walk() if node.role == role]


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_the_same_paper_always_has_the_same_bytes(country: str, kind: Kind) -> None:
    first = made(PAPERS[kind], kind, country)
    made({**ACTA, "sesion.puntos": ["Otro papel con g̃ y 20 letras más: ÁÉÍ."]})
    assert made(PAPERS[kind], kind, country) == first


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_every_stroke_belongs_to_the_text_or_to_the_furniture(country: str, kind: Kind) -> None:
    for page in ink(made(PAPERS[kind], kind, country)):
        assert page
        assert all(drawn.owner for drawn in page)
        numbers = [int(drawn.owner) for drawn in page if drawn.owner != "artifact"]
        assert numbers == sorted(numbers)


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_the_tree_owns_all_ink_once_and_in_reading_order(country: str, kind: Kind) -> None:
    pdf = made(PAPERS[kind], kind, country)
    owned = [mark for node in tree(pdf).walk() for mark in node.ink]
    drawn = {(place, int(one.owner)) for place, page in enumerate(ink(pdf)) for one in page if one.owner != "artifact"}
    assert set(owned) == drawn
    assert len(set(owned)) == len(owned)
    assert [page for page, _ in owned] == sorted(page for page, _ in owned)


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_a_reader_finds_its_way_from_ink_back_to_the_tree(country: str, kind: Kind) -> None:
    with opened(made(PAPERS[kind], kind, country)) as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        by_page = {int(place): owned for place, owned in zip(numbers[::2], numbers[1::2], strict=True)}
        for page in file.pages:
            for number, owner in enumerate(by_page[int(page.obj.StructParents)]):
                marks = [held for held in owner.K if held.Type == "/MCR" and held.Pg.objgen == page.obj.objgen]
                assert number in {int(held.MCID) for held in marks}


def test_the_tree_has_one_title_sections_lists_and_tables() -> None:
    root = tree(made(OFICIO, Kind.OFICIO))
    assert root.role == "Document"
    assert len(named(root, "H1")) == 1
    assert len(named(root, "H2")) == 7
    (listed,) = named(root, "L")
    assert [[part.role for part in item.parts] for item in listed.parts] == [["Lbl", "LBody"]] * 2
    people, papers = named(root, "Table")
    assert [cell.scope for cell in named(people, "TH")] == ["Column"] * 5
    assert len(named(papers, "TR")) == 3


def test_terms_are_the_heads_of_their_rows() -> None:
    heads = named(tree(made(SHEET, Kind.RESERVED_SHEET)), "TH")
    assert heads
    assert {head.scope for head in heads} == {"Row"}


def test_a_paragraph_of_another_language_says_so() -> None:
    root = tree(made(ACTA))
    assert [node.language for node in root.walk() if node.language] == ["gn"]
    with opened(made(ACTA)) as file:
        assert str(file.Root.Lang) == "es-BO"
    with opened(made(ACTA, country="gt")) as file:
        assert str(file.Root.Lang) == "es-GT"


def test_a_paragraph_that_runs_over_pages_stays_one_part() -> None:
    pdf = made({**ACTA, "sesion.puntos": [SENTENCE * 40]})
    assert [node for node in tree(pdf).walk() if len({page for page, _ in node.ink}) > 2]


def test_a_table_head_that_is_repeated_is_read_once() -> None:
    rows: list[Mapping[str, str | int | Passage]] = [{"descripcion": f"Papel {n}", "fojas": n} for n in range(1, 90)]
    root = tree(made({**OFICIO, "inventario": rows}, Kind.OFICIO))
    heads = named(named(root, "Table")[1], "TH")
    assert len(heads) == 3
    assert all(len(node.ink) <= 1 for head in heads for node in head.walk())


def test_the_code_square_has_a_text_for_those_who_do_not_see_it() -> None:
    (square,) = named(tree(made(ACTA)), "Figure")
    assert square.alternative == "Código QR de comprobación de ACTA A-012/2026"


def test_a_draft_has_no_code_square() -> None:
    assert named(tree(draft(ACTA)), "Figure") == []


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_every_typeface_is_ours_and_embedded(country: str, kind: Kind) -> None:
    for pdf in (made(PAPERS[kind], kind, country), draft({}, kind, country)):
        found = fonts(pdf)
        assert found
        assert all(embedded and "+CharisSIL" in name for name, embedded in found.items())


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_the_file_itself_tells_no_name(country: str, kind: Kind) -> None:
    pdf = made(PAPERS[kind], kind, country)
    words = {
        word for said in ("Ficticio Mamani", "Persona Ficticia", "Qhapaq", "JIOC", "Ejemplo") for word in said.split()
    }
    with opened(pdf) as file:
        told = "".join(
            [*(str(value) for value in file.trailer.Info.values()), file.Root.Metadata.read_bytes().decode()]
        )
        assert set(file.trailer.Info.keys()) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
        assert str(file.trailer.Info.Title) == f"{kind.word} A-012/2026"
        assert str(file.trailer.Info.Producer) == "Justice Desk"
    assert not [word for word in words if word in told]
    assert "ReportLab" not in told
    assert "2026-11-24T19:40:00Z" in told


def test_the_file_has_no_page_effects_and_shows_its_title() -> None:
    with opened(made(ACTA)) as file:
        assert all("/Trans" not in page for page in file.pages)
        assert "/Outlines" not in file.Root
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        assert file.pdf_version == "1.7"


@pytest.mark.parametrize(
    ("size", "points"),
    [(PaperSize.CARTA, (612.0, 792.0)), (PaperSize.OFICIO, (612.28, 935.43)), (PaperSize.A4, (595.28, 841.89))],
)
def test_a_page_has_the_size_of_its_paper(size: PaperSize, points: tuple[float, float]) -> None:
    with opened(rendered(filled(ACTA), size).pdf) as file:
        for page in file.pages:
            assert (float(page.mediabox[2]), float(page.mediabox[3])) == pytest.approx(points, abs=0.01)


def test_the_number_of_pages_is_told() -> None:
    result = rendered(filled(ACTA))
    with opened(result.pdf) as file:
        assert result.pages == len(file.pages)


def test_the_square_of_a_sheet_of_identities_holds_no_identity() -> None:
    paper = filled(SHEET, Kind.RESERVED_SHEET)
    head = issued(paper).head(paper.at.date(), 2).text
    assert re.fullmatch(r"HOJA RESERVADA A-012/2026 FECHA 2026-11-24 FS 2 COD [0-9A-Z-]{14}", head)


@pytest.mark.parametrize(
    ("name", "value", "sign"),
    [
        ("sesion.decision", "Casilla ☐ marcada", "☐"),
        ("sesion.lugar", "la\tcasa", "\t"),
        ("sesion.puntos", ["uno", "dos 😀"], "😀"),
        ("firmas", [SIGNERS[0], Signer("Mallku", "A\u202ena")], "\u202e"),
    ],
)
def test_a_sign_that_would_print_blank_is_refused_by_name(name: str, value: FieldValue, sign: str) -> None:
    with pytest.raises(CharacterUnprintable) as refused:
        rendered(filled({**ACTA, name: value}))
    assert (refused.value.field, refused.value.sign) == (name, sign)
    assert refused.value.code == f"U+{ord(sign):04X}"


def test_marks_change_the_picture_and_not_what_is_read() -> None:
    plain, marked = (rendered(filled(HEARING), marks=marks).pdf for marks in ([], [Mark(MarkKind.SAMPLE)]))
    assert hashlib.sha256(plain).digest() != hashlib.sha256(marked).digest()
    assert [node.role for node in tree(plain).walk()] == [node.role for node in tree(marked).walk()]
