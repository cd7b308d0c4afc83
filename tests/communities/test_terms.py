from datetime import UTC, date, datetime

import pytest

from justice_desk.accounts.rules import NotPermitted
from justice_desk.communities.rules import NewTerm, TermUnordered
from justice_desk.foundations.fields import CharacterRefused, FieldMissing
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
