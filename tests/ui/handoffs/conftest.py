from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from justice_desk.foundations.ids import CaseId
from tests.desks import DeskInUse
from tests.handoffs.road import Road, road
from tests.ui.handoffs.guides import GuideAtHand, Guides
from ui.workplace import Workplace


@pytest.fixture
def guides(workplace: Workplace, qtbot: QtBot) -> Iterator[Guides]:
    """What opens the guide of a case; guides are gone before the workers stop, as when the desk locks."""
    opened: list[GuideAtHand] = []

    def open_guide(case: CaseId) -> GuideAtHand:
        opened.append(GuideAtHand(workplace, case, qtbot))
        return opened[-1]

    yield open_guide
    for guide in opened:
        shiboken6.delete(guide.tab)


@pytest.fixture
def way(bolivia: DeskInUse) -> Road:
    """An excluded case, and a receiver whose key nobody has confirmed yet."""
    return road(bolivia)
