import pytest

from justice_desk.accounts.key_service import KeyService
from justice_desk.documents.recovery_sheet import SheetFacts, recovery_sheets
from justice_desk.documents.rules import PaperSize
from justice_desk.documents.sheet_service import SheetService
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse, Desks
from tests.documents.drawing import flow, watched
from tests.documents.structure import ink, opened, tree
from tests.stores import START


def facts(kind: Paper) -> SheetFacts:
    texts = fresh_sheets(kind).texts
    return SheetFacts("Ayllu Ejemplo (ficticio)", "A", START, "America/La_Paz", kind, texts, '{"store":"x"}')


@pytest.mark.parametrize("size", PaperSize)
def test_the_code_stands_on_one_page_in_four_rows(size: PaperSize, monkeypatch: pytest.MonkeyPatch) -> None:
    given = facts(Paper.CODE)
    with watched(monkeypatch) as lines:
        pdf = recovery_sheets(given, size)
    with opened(pdf) as file:
        assert len(file.pages) == 1
    large = [line.text.strip() for line in lines if line.size > 15]
    assert large[-4:] == [f"{place}.   {row}" for place, row in enumerate(given.texts[0].splitlines(), start=1)]
    assert "Ayllu Ejemplo (ficticio)" in flow(lines)
    assert "también los nombres de las personas protegidas" in flow(lines)


@pytest.mark.parametrize("size", PaperSize)
def test_each_share_stands_on_a_page_of_its_own(size: PaperSize, monkeypatch: pytest.MonkeyPatch) -> None:
    given = facts(Paper.SHARES)
    with watched(monkeypatch) as lines:
        pdf = recovery_sheets(given, size)
    with opened(pdf) as file:
        assert len(file.pages) == 3
    for page, share in enumerate(given.texts, start=1):
        said = [line.text.strip() for line in lines if line.page == page and not line.flowing]
        assert [f"{place}. {word}" for place, word in enumerate(share.split(), start=1)] == [
            text for text in said if text[:1].isdigit()
        ]


@pytest.mark.parametrize("kind", Paper)
def test_a_screen_reader_is_told_everything_in_its_order(kind: Paper) -> None:
    pdf = recovery_sheets(facts(kind), PaperSize.CARTA)
    parts = [part for part in tree(pdf).walk() if part.role in {"H1", "Figure"}]
    assert [part.role for part in parts] == ["H1", "Figure"] * (1 if kind is Paper.CODE else 3)
    assert all(part.alternative for part in parts if part.role == "Figure")
    assert all(drawn.owner for page in ink(pdf) for drawn in page)


def test_the_sheets_hide_what_is_on_them_when_they_are_looked_at_as_objects() -> None:
    given = facts(Paper.CODE)
    assert given.texts[0].splitlines()[0] not in repr(given)


def test_the_service_prints_on_the_paper_of_the_country(
    bolivia: DeskInUse, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    for desk in (bolivia, desks("gt")):
        paper = KeyService(desk.acting("ana")).fresh_paper(Paper.CODE)
        with watched(monkeypatch) as lines:
            made = SheetService(desk.acting("ana")).sheets(paper)
        assert made.size is PaperSize(desk.community().profile().paper_size)
        assert any(paper.sheets.texts[0].splitlines()[3] in line.text for line in lines)
