from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.documents.rules import (
    Head,
    Kind,
    Mark,
    MarkKind,
    Number,
    PaperSize,
    SealedTooWide,
    Signer,
    SignerWithoutOffice,
    check_scope,
    check_signers,
    short_code,
)
from justice_desk.vault.rules import Scope

DESKS = st.from_regex(r"[A-Z][0-9]?", fullmatch=True)
NUMBERS = st.builds(Number, st.sampled_from(Kind), DESKS, st.integers(2020, 2199), st.integers(1, 99_999))
DAYS = st.dates(date(2020, 1, 1), date(2199, 12, 31))
CODES = st.binary(min_size=32, max_size=32).map(short_code)


def test_a_number_holds_the_desk_and_the_year() -> None:
    number = Number(Kind.ACTA, "B2", 2026, 7)
    assert (number.text, number.short, number.series) == ("ACTA B2-007/2026", "B2-007/2026", "ACTA-B2")


@given(NUMBERS)
def test_a_number_is_found_again_from_the_register(number: Number) -> None:
    assert Number.of(number.kind, number.series, number.year, number.serial) == number


@given(NUMBERS, NUMBERS)
def test_two_numbers_are_never_written_alike(one: Number, other: Number) -> None:
    assert (one == other) is (one.text == other.text)
    assert (one.series == other.series) is ((one.kind, one.desk) == (other.kind, other.desk))


@given(NUMBERS, DAYS, st.integers(1, 400), CODES)
def test_the_head_of_a_code_square_reads_back(number: Number, day: date, sheets: int, code: str) -> None:
    head = Head(number, day, sheets, code)
    assert Head.read(head.text) == head


def test_the_head_is_readable_by_any_telephone() -> None:
    head = Head(Number(Kind.ACTA, "A", 2026, 12), date(2026, 11, 24), 3, "7F3K-9Q2M-44XA")
    assert head.text == "ACTA A-012/2026 FECHA 2026-11-24 FS 3 COD 7F3K-9Q2M-44XA"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ACTA A-012/2026",
        "CARTA A-012/2026 FECHA 2026-11-24 FS 3 COD 7F3K-9Q2M-44XA",
        "ACTA A-012/2026 FECHA 2026-13-24 FS 3 COD 7F3K-9Q2M-44XA",
        "ACTA A-0012/2026 FECHA 2026-11-24 FS 3 COD 7F3K-9Q2M-44XA",
        "ACTA A-012/2026 FECHA 2026-11-24 FS 03 COD 7F3K-9Q2M-44XA",
        "ACTA A-012/2026 FECHA 2026-11-24 FS 3 COD 7F3K-9Q2M-44XA and more",
    ],
)
def test_what_is_no_head_is_not_read_as_one(text: str) -> None:
    assert Head.read(text) is None


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark(MarkKind.DRAFT), "BORRADOR"),
        (Mark(MarkKind.COPY, 3), "COPIA N.º 3"),
        (Mark(MarkKind.VOID), "ANULADO"),
        (Mark(MarkKind.SAMPLE), "MUESTRA"),
    ],
)
def test_marks_are_written_in_capitals(mark: Mark, text: str) -> None:
    assert mark.text == text


@pytest.mark.parametrize(("kind", "copy"), [(MarkKind.COPY, 0), (MarkKind.VOID, 1)])
def test_copies_and_only_copies_are_counted(kind: MarkKind, copy: int) -> None:
    with pytest.raises(ValueError, match="only copies"):
        Mark(kind, copy)


def test_papers_have_the_sizes_of_the_two_countries() -> None:
    assert PaperSize.CARTA.millimetres == (215.9, 279.4)
    assert PaperSize.OFICIO.millimetres == (216.0, 330.0)
    assert PaperSize.A4.millimetres == (210.0, 297.0)


def test_a_short_code_is_sixty_bits_in_three_groups() -> None:
    assert short_code(bytes(32)) == "0000-0000-0000"
    assert short_code(bytes([255]) * 32) == "ZZZZ-ZZZZ-ZZZZ"


@pytest.mark.parametrize("scope", [Scope.SUMMARY, Scope.TESTIMONY, Scope.OFFICE])
def test_identities_are_never_sealed_to_more_than_the_identity_scope(scope: Scope) -> None:
    check_scope(Kind.RESERVED_SHEET, Scope.IDENTITY)
    check_scope(Kind.ACTA, scope)
    with pytest.raises(SealedTooWide):
        check_scope(Kind.RESERVED_SHEET, scope)


def test_nobody_signs_without_an_office() -> None:
    check_signers([Signer("Jilaqata", "")])
    with pytest.raises(SignerWithoutOffice) as refused:
        check_signers([Signer("Jilaqata", "Ana Ficticia"), Signer(" ", "Persona Ficticia")])
    assert refused.value.name == "Persona Ficticia"
