from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.accounts.rules import Role
from justice_desk.communities.danger_rules import PHONE, DangerNumber
from justice_desk.communities.rules import (
    RolesTooFew,
    Term,
    TermUnordered,
    check_term,
    checked_founding,
    in_office,
)
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import CharacterRefused, FieldMissing, FieldTooLong, FieldUnreadable
from justice_desk.foundations.ids import TermId
from tests.desks import founding

GOOD = DangerNumber("Defensora (ficticia)", "700 00 001")


def test_a_founding_is_kept_tidy() -> None:
    kept = checked_founding(
        replace(
            founding(),
            community="  Ayllu   Ejemplo ",
            hierarchy=" ",
            municipality="Municipio\tFicticio",
            office=" Mallku ",
            numbers=(DangerNumber(" Defensora ", " 110 "), GOOD),
        )
    )
    assert (kept.community, kept.hierarchy, kept.municipality) == ("Ayllu Ejemplo", "", "Municipio Ficticio")
    assert (kept.office, kept.numbers) == ("Mallku", (DangerNumber("Defensora", "110"), GOOD))
    assert checked_founding(founding()) == founding()


@pytest.mark.parametrize(
    ("changes", "fault", "field"),
    [
        ({"community": "  "}, FieldMissing, "community"),
        ({"municipality": ""}, FieldMissing, "municipality"),
        ({"office": "\t"}, FieldMissing, "office"),
        ({"name": ""}, FieldMissing, "name"),
        ({"roles": frozenset()}, FieldMissing, "roles"),
        ({"community": "x" * 301}, FieldTooLong, "community"),
        ({"hierarchy": "Nación \u202e"}, CharacterRefused, "hierarchy"),
        ({"office": "Mallku \x00"}, CharacterRefused, "office"),
        ({"place_code": "5"}, FieldUnreadable, "place_code"),
        ({"place_code": "05120A"}, FieldUnreadable, "place_code"),
        ({"place_code": "051204\n"}, FieldUnreadable, "place_code"),
        ({"place_code": "٠٥١٢٠٤"}, FieldUnreadable, "place_code"),
        ({"desk_code": "a"}, FieldUnreadable, "desk_code"),
        ({"desk_code": "AB"}, FieldUnreadable, "desk_code"),
        ({"numbers": (GOOD, DangerNumber(" ", "110"))}, FieldMissing, "danger_label"),
        ({"numbers": (DangerNumber("Defensora", "no tiene"), GOOD)}, FieldUnreadable, "danger_number"),
        ({"numbers": (DangerNumber("Defensora", ""), GOOD)}, FieldUnreadable, "danger_number"),
    ],
)
def test_a_founding_that_does_not_do_is_refused_by_the_name_of_its_field(
    changes: dict[str, object], fault: type[DeskError], field: str
) -> None:
    with pytest.raises(fault) as caught:
        checked_founding(replace(founding(), **changes))  # type: ignore[arg-type]  # one broken field at a time
    assert vars(caught.value)["field"] == field


@pytest.mark.parametrize("number", ["110", "1555", "+591 2 123-4567", "(02) 123 4567"[1:], "70000001"])
def test_telephones_are_written_as_people_write_them(number: str) -> None:
    assert PHONE.fullmatch(number)


@pytest.mark.parametrize("roles", [{Role.CLERK, Role.LIAISON}, {Role.AUTHORITY}, {Role.DEFENDER}, set(Role)])
def test_a_founder_can_read_what_is_sealed_at_the_desk(roles: set[Role]) -> None:
    assert checked_founding(replace(founding(), roles=frozenset(roles))).roles == roles


def test_a_clerk_alone_founds_no_desk() -> None:
    with pytest.raises(RolesTooFew):
        checked_founding(replace(founding(), roles=frozenset({Role.CLERK})))


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(day=DAYS, terms=st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=6))
def test_an_office_is_held_from_its_first_day_to_its_last(day: date, terms: list[tuple[date, date | None]]) -> None:
    held = tuple(Term(TermId(str(place)), "Mallku", "X", None, *term) for place, term in enumerate(terms))
    found = in_office(held, day)
    for term in held:
        last = term.ends or date.max
        assert (term in found) is (day in {term.starts, last} or term.starts < day < last) or last < term.starts


def test_a_term_does_not_end_before_it_begins() -> None:
    check_term(date(2026, 1, 1), None)
    check_term(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(TermUnordered):
        check_term(date(2026, 1, 2), date(2026, 1, 1))
