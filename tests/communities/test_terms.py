from datetime import UTC, date, datetime

import pytest

from justice_desk.accounts.rules import NotPermitted
from justice_desk.communities.card import CARD, read_card
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.rules import NewTerm, TermAbsent, TermUnordered
from justice_desk.foundations.fields import CharacterRefused, FieldMissing, FieldUnreadable
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import TermId
from tests.desks import DeskInUse


def test_two_may_hold_one_post_and_who_holds_it_is_said_by_day(bolivia: DeskInUse) -> None:
    service = bolivia.community("berta")
    service.enter_term(NewTerm("Mallku", " Uno   Ficticio ", date(2026, 1, 1), date(2026, 12, 31)))
    entered = service.enter_term(NewTerm("Mallku", "Dos Ficticia", date(2026, 1, 1), person=bolivia.id_of("carla")))
    assert (entered.holder, entered.ends, entered.person) == ("Dos Ficticia", None, bolivia.id_of("carla"))
    assert {term.holder for term in service.in_office(date(2026, 1, 1))} == {"Uno Ficticio", "Dos Ficticia"}
    assert {term.holder for term in service.in_office()} == {"Uno Ficticio", "Dos Ficticia", "Ana Ejemplo"}


def test_who_held_an_office_stays_true_after_it_changed_hands(bolivia: DeskInUse) -> None:
    service = bolivia.community()
    service.enter_term(NewTerm("Mallku", "La de antes", date(2024, 1, 1), date(2025, 12, 31)))
    service.enter_term(NewTerm("Mallku", "La de ahora", date(2026, 1, 1)))
    assert [term.holder for term in service.in_office(date(2025, 12, 31))] == ["La de antes"]
    assert "La de antes" not in {term.holder for term in service.in_office()}
    assert [term.holder for term in service.terms()][:2] == ["La de antes", "La de ahora"]


def test_today_is_the_day_of_the_country(bolivia: DeskInUse) -> None:
    bolivia.clock.at = datetime(2026, 4, 2, 3, 59, tzinfo=UTC)
    bolivia.community().enter_term(NewTerm("Mallku", "Desde mañana", date(2026, 4, 2)))
    assert "Desde mañana" not in {term.holder for term in bolivia.community().in_office()}
    bolivia.clock.turn(minutes=1)
    assert "Desde mañana" in {term.holder for term in bolivia.community().in_office()}


def test_a_term_that_cannot_be_right_is_refused(bolivia: DeskInUse) -> None:
    service = bolivia.community()
    with pytest.raises(TermUnordered):
        service.enter_term(NewTerm("Mallku", "Uno", date(2026, 1, 2), date(2026, 1, 1)))
    with pytest.raises(FieldMissing) as caught:
        service.enter_term(NewTerm(" ", "Uno", date(2026, 1, 2)))
    assert caught.value.field == "office"
    with pytest.raises(CharacterRefused):
        service.enter_term(NewTerm("Mallku", "Uno\u202e", date(2026, 1, 2)))
    with pytest.raises(NotPermitted):
        bolivia.community("carla").enter_term(NewTerm("Mallku", "Uno", date(2026, 1, 2)))
    assert len(service.terms()) == 1


def test_entering_a_term_is_an_act_that_names_the_office_not_its_holder(bolivia: DeskInUse) -> None:
    bolivia.community("berta").enter_term(NewTerm("Mallku", "Uno Ficticio", date(2026, 1, 1)))
    newest = bolivia.accounts("ana").newest_acts()[0]
    assert (newest.action, newest.actor) == ("enter_term", "Berta Muestra")


def test_a_term_is_ended_once_and_not_before_it_began(bolivia: DeskInUse) -> None:
    service = bolivia.community("berta")
    term = service.enter_term(NewTerm("Mallku", "Zenón Ficticio", date(2026, 1, 1)))
    with pytest.raises(TermUnordered):
        service.end_term(term.id, date(2025, 12, 31))
    assert service.end_term(term.id, date(2026, 3, 1)).ends == date(2026, 3, 1)
    for unknown in (term.id, TermId("nowhere")):
        with pytest.raises(TermAbsent):
            service.end_term(unknown, date(2026, 3, 2))
    assert term.id not in {one.id for one in service.in_office()}


def test_only_who_holds_an_office_today_and_has_no_account_signs_on_paper(bolivia: DeskInUse) -> None:
    service = bolivia.community("berta")
    (founder,) = service.in_office()
    term = service.enter_term(NewTerm("Mallku", "Zenón Ficticio", date(2026, 1, 1)))
    paper = service.sign_on_paper(term.id, " libro 2,  folio 14 ")
    assert (paper.term, paper.folio) == (term.id, "libro 2, folio 14")
    with pytest.raises(FieldMissing):
        service.sign_on_paper(term.id, " ")
    for refused in (founder.id, TermId("nowhere")):
        with pytest.raises(TermAbsent):
            service.sign_on_paper(refused, "folio 14")


NUMBERS = (DangerNumber("Defensora (ficticia)", "700 00 009"), DangerNumber("Fiscalía (ficticia)", "110"))


def test_the_telephones_for_danger_are_changed_by_an_act(bolivia: DeskInUse) -> None:
    card = bolivia.community("berta").change_numbers(NUMBERS)
    assert read_card(bolivia.folder) == card
    assert (card.numbers, card.country, card.language) == (NUMBERS, "bo", "es")
    assert bolivia.accounts("ana").newest_acts(1)[0].action == "change_numbers"
    with pytest.raises(FieldUnreadable):
        bolivia.community("berta").change_numbers((NUMBERS[0], DangerNumber("Fiscalía", "x")))
    assert read_card(bolivia.folder) == card


@pytest.mark.parametrize("card_there", [True, False])
def test_telephones_whose_change_is_not_journalled_are_as_they_were(
    card_there: bool, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(bolivia.folder)

    before = read_card(bolivia.folder)
    if not card_there:
        (bolivia.folder / CARD).unlink()
    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            bolivia.community("berta").change_numbers(NUMBERS)
    assert read_card(bolivia.folder) == (before if card_there else None)
