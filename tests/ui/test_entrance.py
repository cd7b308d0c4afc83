import pytest

from justice_desk import bootstrap
from justice_desk.foundations.errors import DeskError
from tests.desks import DeskInUse
from ui.entrance import looked_over


def test_an_opened_desk_shows_its_community_and_its_zone(bolivia: DeskInUse) -> None:
    opened = looked_over(bootstrap.wired(bolivia.acting("ana")))
    assert opened.community == "Ayllu Ejemplo (ficticio)"
    assert opened.zone.key == "America/La_Paz"


def test_a_desk_that_cannot_be_looked_over_is_closed(bolivia: DeskInUse) -> None:
    desk = bootstrap.wired(bolivia.acting("ana"))
    bolivia.vault.close()
    with pytest.raises(DeskError):
        looked_over(desk)
    with pytest.raises(DeskError):
        desk.accounts.me()
