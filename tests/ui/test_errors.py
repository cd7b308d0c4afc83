import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget  # noqa: TID251 - what the boundary shows is looked at
from pytestqt.qtbot import QtBot

from justice_desk.foundations.files import DiskFull
from ui import logs
from ui.appearance import Appearance
from ui.errors import Boundary, tell

SECRET = "Fulana Ficticia"


class Broken(Exception):
    pass


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def boundary(window: QWidget) -> Iterator[Boundary]:
    former = sys.excepthook
    yield Boundary(window, lambda: window)
    sys.excepthook = former


def broken() -> None:
    try:
        dict[str, str]()[SECRET]
    except KeyError as first:
        raise Broken(f"cannot show {SECRET}") from first


def bug() -> Exception:
    try:
        broken()
    except Broken as error:
        return error
    raise AssertionError


def boxes(window: QWidget) -> list[QMessageBox]:
    return window.findChildren(QMessageBox)


def test_a_fact_is_told_by_its_sentence(window: QWidget) -> None:
    box = tell(window, DiskFull(Path("/example")))
    assert box.text().startswith("El disco está lleno")
    assert "/example" not in box.text()


def test_a_bug_is_told_by_a_reference_that_stands_in_the_log(
    window: QWidget, boundary: Boundary, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(boundary.recorded) as recorded:
        boundary.receive(bug())
    (reference,) = recorded.args or [""]
    assert reference in boxes(window)[0].text()
    assert reference in caplog.text
    assert "Broken" in caplog.text
    assert "KeyError" in caplog.text
    assert "test_errors.py" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in boxes(window)[0].text()
    caplog.clear()


def test_a_fact_that_nobody_caught_is_told_and_is_no_bug(window: QWidget, boundary: Boundary) -> None:
    boundary.receive(DiskFull(Path("/example")))
    assert "disco" in boxes(window)[0].text()


def test_only_one_box_stands_at_a_time(
    qapp: QApplication, window: QWidget, boundary: Boundary, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    boundary.receive(bug())
    boundary.receive(bug())
    assert len(boxes(window)) == 1
    with qtbot.waitSignal(boxes(window)[0].destroyed):
        boxes(window)[0].close()
    boundary.receive(bug())
    assert len(boxes(window)) == 1
    caplog.clear()


def test_what_python_brings_ends_at_the_boundary(
    window: QWidget, boundary: Boundary, caplog: pytest.LogCaptureFixture
) -> None:
    boundary.install()
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(boxes(window)) == 1
    caplog.clear()


def test_an_interrupt_from_the_keyboard_is_left_to_python(
    window: QWidget, boundary: Boundary, capsys: pytest.CaptureFixture[str]
) -> None:
    boundary.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert boxes(window) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_log_goes_to_a_file_of_the_persons_own(tmp_path: Path) -> None:
    path = tmp_path / "state" / "justice-desk.log"
    handler = logs.write_to(path)
    assert handler is not None
    try:
        logging.getLogger("justice_desk").info("started")
        assert "started" in path.read_text(encoding="utf-8")
        assert path.stat().st_mode & 0o077 == 0
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def test_a_log_that_has_grown_is_put_aside_in_place_of_the_one_before(tmp_path: Path) -> None:
    path, old = tmp_path / "justice-desk.log", tmp_path / "justice-desk.old.log"
    old.write_text("the one before", encoding="utf-8")
    path.write_text("x" * (logs.SIZE + 1), encoding="utf-8")
    handler = logs.write_to(path)
    assert handler is not None
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert old.stat().st_size == logs.SIZE + 1
    assert path.read_text(encoding="utf-8") == ""
    assert path.stat().st_mode & 0o077 == 0


def test_a_laptop_that_cannot_write_its_log_goes_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert logs.write_to(tmp_path / "file" / "log") is None


def test_an_error_that_led_to_itself_is_described_once() -> None:
    first, second = Broken(), Broken()
    first.__context__, second.__context__ = second, first
    assert len(list(logs.described(first))) == 2
