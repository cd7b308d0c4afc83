"""What the tests of the screens of cases share: pages in a window, and a desk as another person has it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from tests.desks import DeskInUse
from tests.ui.conftest import Signposts
from ui.background import Jobs
from ui.entrance import looked_over
from ui.widgets.text import Text
from ui.workplace import Workplace


def put_up(qtbot: QtBot, widget: QWidget, width: int = 1100, height: int = 700) -> None:
    """Show a widget in a window of its own, in front."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def texts(widget: QWidget) -> list[str]:
    """Return every text that stands on a page and is not hidden in it."""
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def quiet(qtbot: QtBot, workplace: Workplace) -> None:
    """Wait until all work is done and what came of it has been shown."""
    qtbot.waitUntil(lambda: not workplace.jobs.busy, timeout=20_000)
    # A widget put into a layout is shown by Qt in its own time.
    QApplication.processEvents()


@contextmanager
def sitting_of(desk: DeskInUse, who: str) -> Iterator[Workplace]:
    """Give the workplace of another person of the desk."""
    opened = looked_over(bootstrap.wired(desk.acting(who)))
    jobs = Jobs()
    try:
        yield Workplace(opened.desk, jobs, Signposts(), desk.clock, opened.roles, opened.zone)
    finally:
        jobs.close()
