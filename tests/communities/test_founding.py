import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from justice_desk.accounts.passphrases import NEEDED_SCORE
from justice_desk.accounts.rules import PassphraseWeak, Role
from justice_desk.accounts.sign_in import sign_in
from justice_desk.communities import founding as room
from justice_desk.communities.card import CARD, DangerCard, read_card
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.founding import FoundedDesk, found_desk
from justice_desk.communities.rules import Founding
from justice_desk.communities.service import CommunityService
from justice_desk.foundations.fields import FieldMissing
from justice_desk.foundations.files import CannotWrite
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.vault.errors import StoreExists
from justice_desk.vault.keys import FLOOR
from tests.desks import OFFICE, founding
from tests.stores import PASSPHRASES, HandClock


def found(folder: Path, given: Founding | None = None, clock: HandClock | None = None) -> FoundedDesk:
    given = given or founding()
    return found_desk(folder, given, load_profile(given.country), FLOOR, clock or HandClock())


def test_a_desk_is_founded_once_its_paper_was_copied_and_opens_for_its_founder(tmp_path: Path) -> None:
    folder, clock = tmp_path / "store", HandClock()
    made = found(folder, clock=clock)
    assert not folder.exists()
    assert len(made.paper.sheets.texts[0].split()) > 3
    persons = made.take_place()
    community = CommunityService(persons).community()
    assert (community.name, community.desk_code, community.country) == ("Ayllu Ejemplo (ficticio)", "A", "bo")
    persons.vault.close()
    again = sign_in(folder, "Ana Ejemplo", PASSPHRASES["ana"], clock)
    assert CommunityService(again).profile() == load_profile("bo")
    assert again.first.roles == {Role.AUTHORITY}
    again.vault.close()


def test_the_founder_holds_the_office_from_the_day_it_is_in_the_country(tmp_path: Path) -> None:
    clock = HandClock(datetime(2026, 1, 2, 3, 0, tzinfo=UTC))
    persons = found(tmp_path / "store", clock=clock).take_place()
    (term,) = CommunityService(persons).terms()
    assert (term.office, term.holder, term.starts, term.ends) == (OFFICE, "Ana Ejemplo", date(2026, 1, 1), None)
    assert clock().astimezone(ZoneInfo("America/La_Paz")).date() == term.starts
    persons.vault.close()


def test_the_founder_may_hold_the_office_since_longer(tmp_path: Path) -> None:
    since = replace(founding(), office_since=date(2025, 1, 1))
    persons = found(tmp_path / "store", since).take_place()
    assert CommunityService(persons).in_office(date(2025, 6, 1))[0].holder == "Ana Ejemplo"
    persons.vault.close()


def test_a_desk_that_was_given_up_leaves_nothing_and_can_be_founded_again(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    found(folder).abandon()
    assert list(tmp_path.iterdir()) == []
    found(folder).take_place().vault.close()
    assert (folder / CARD).exists()


def test_the_remains_of_a_founding_that_was_cut_off_are_no_obstacle(tmp_path: Path) -> None:
    cut_off = found(tmp_path / "store")
    cut_off.persons.vault.close()
    found(tmp_path / "store").take_place().vault.close()


def test_a_desk_is_never_founded_over_another(tmp_path: Path) -> None:
    found(tmp_path / "store").take_place().vault.close()
    with pytest.raises(StoreExists):
        found(tmp_path / "store")


def test_what_does_not_do_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FieldMissing):
        found(tmp_path / "store", replace(founding(), community=" "))
    with pytest.raises(PassphraseWeak) as caught:
        found(tmp_path / "store", replace(founding(), passphrase="Ayllu Ejemplo (ficticio)"))
    assert caught.value.needed == NEEDED_SCORE
    assert list(tmp_path.iterdir()) == []


def test_a_founding_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(folder: Path, _: DangerCard) -> None:
        raise CannotWrite(folder, "EROFS")

    monkeypatch.setattr(room, "write_card", full)
    with pytest.raises(CannotWrite):
        found(tmp_path / "store")
    assert list(tmp_path.iterdir()) == []


def test_the_card_of_the_lock_page_names_no_person_of_the_desk(tmp_path: Path) -> None:
    found(tmp_path / "store").take_place().vault.close()
    card = read_card(tmp_path / "store")
    assert card == DangerCard("bo", "es", founding().numbers)
    written = (tmp_path / "store" / CARD).read_text(encoding="utf-8")
    assert "Ana" not in written
    assert "Ayllu" not in written


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b'{"country": "bo"}',
        b'{"country": "bo", "language": "es", "numbers": [{"label": 1}]}',
        b'{"country": "bo", "language": "es", "numbers": "110"}',
        b'{"country": "bo", "language": "es", "numbers": 110}',
    ],
)
def test_a_card_that_cannot_be_read_shows_nothing_and_stops_nothing(tmp_path: Path, content: bytes) -> None:
    assert read_card(tmp_path) is None
    (tmp_path / CARD).write_bytes(content)
    assert read_card(tmp_path) is None


def test_a_card_may_hold_any_number_of_telephones(tmp_path: Path) -> None:
    entry = {"label": "Defensora", "number": "110"}
    (tmp_path / CARD).write_text(json.dumps({"country": "gt", "language": "es", "numbers": [entry]}))
    assert read_card(tmp_path) == DangerCard("gt", "es", (DangerNumber("Defensora", "110"),))
