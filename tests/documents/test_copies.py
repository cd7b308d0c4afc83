import pytest

from justice_desk.documents.copies import copy_of
from justice_desk.documents.rules import Kind, Mark, MarkKind, PaperSize
from tests.documents.papers import ACTA, PAPERS, filled, made, rendered
from tests.documents.structure import fonts, ink, opened, tree

COPY = Mark(MarkKind.COPY, 3)
MARKS = [[COPY], [Mark(MarkKind.VOID)], [Mark(MarkKind.SAMPLE)], [Mark(MarkKind.VOID), COPY]]


def test_a_copy_without_marks_is_the_very_bytes() -> None:
    pdf = made(ACTA)
    assert copy_of(pdf, []) is pdf


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("kind", Kind)
def test_a_marked_copy_reads_just_as_the_original(kind: Kind, marks: list[Mark]) -> None:
    pdf = made(PAPERS[kind], kind)
    marked = copy_of(pdf, marks)
    assert marked != pdf
    assert tree(marked) == tree(pdf)


@pytest.mark.parametrize("marks", MARKS)
def test_the_mark_is_furniture_under_the_text_of_every_page(marks: list[Mark]) -> None:
    pdf = made(ACTA)
    for before, after in zip(ink(pdf), ink(copy_of(pdf, marks)), strict=True):
        assert after[0] == ("Do", "artifact")
        assert after[1:] == before


def test_the_mark_is_drawn_with_an_embedded_typeface() -> None:
    assert all(embedded and "+CharisSIL" in name for name, embedded in fonts(copy_of(made(ACTA), [COPY])).items())


def test_a_copy_has_the_same_bytes_each_time_and_other_bytes_for_another_number() -> None:
    pdf = made(ACTA)
    assert copy_of(pdf, [COPY]) == copy_of(pdf, [COPY])
    assert copy_of(pdf, [COPY]) != copy_of(pdf, [Mark(MarkKind.COPY, 4)])


def test_a_copy_keeps_what_the_file_says_of_itself() -> None:
    pdf = made(ACTA)
    with opened(pdf) as original, opened(copy_of(pdf, [COPY])) as copy:
        assert copy.Root.Metadata.read_bytes() == original.Root.Metadata.read_bytes()
        assert dict(copy.trailer.Info.items()) == dict(original.trailer.Info.items())


def test_a_copy_is_made_of_what_was_issued_and_not_of_another_copy() -> None:
    with pytest.raises(ValueError, match="copy of a copy"):
        copy_of(copy_of(made(ACTA), [Mark(MarkKind.VOID)]), [COPY])


@pytest.mark.parametrize("size", PaperSize)
def test_a_mark_fits_every_paper(size: PaperSize) -> None:
    pdf = rendered(filled(ACTA), size).pdf
    with opened(copy_of(pdf, [COPY])) as file:
        (form,) = [one for name, one in file.pages[0].resources.XObject.items() if name == "/DeskMark"]
        assert [float(side) for side in form.BBox] == [float(side) for side in file.pages[0].mediabox]
