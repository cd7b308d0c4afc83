from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk
from ui.unlock.danger import DangerPanel, oral_notice
from ui.unlock.page import UnlockPage


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, entrance: Entrance, jobs: Jobs) -> UnlockPage:
    made = UnlockPage(entrance, jobs, appearance)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.begin()
    return made


def try_to_enter(qtbot: QtBot, page: UnlockPage, jobs: Jobs, name: str, passphrase: str) -> None:
    page.form.name.setText(name)
    page.form.passphrase.edit.setText(passphrase)
    QTest.keyClick(page.form.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def error_of(page: UnlockPage) -> str:
    return page.form.form.fields["passphrase"].error.text()


def test_name_and_passphrase_open_the_desk(qtbot: QtBot, page: UnlockPage, jobs: Jobs) -> None:
    opened: list[OpenedDesk] = []
    page.unlocked.connect(opened.append)
    assert page.form.name.hasFocus()
    QTest.keyClicks(page.form.name, NAMES["ana"])
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    assert page.form.passphrase.edit.hasFocus()
    QTest.keyClicks(page.form.passphrase.edit, PASSPHRASES["ana"])
    QTest.mouseClick(page.form.open, Qt.MouseButton.LeftButton)
    assert page.form.open.word == "Abriendo…"
    assert not page.form.open.isEnabled()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].community == "Ayllu Ejemplo (ficticio)"
    assert page.form.passphrase.value() == ""
    opened[0].desk.close()


def test_what_is_missing_is_said_without_trying(page: UnlockPage, jobs: Jobs) -> None:
    page.form.open.click()
    assert not jobs.busy
    assert page.form.form.fields["name"].error.isVisible()
    assert error_of(page)


def test_a_wrong_passphrase_is_refused_without_saying_which_was_wrong(
    qtbot: QtBot, page: UnlockPage, jobs: Jobs
) -> None:
    try_to_enter(qtbot, page, jobs, NAMES["ana"], "wrong")
    said = error_of(page)
    assert page.form.passphrase.value() == ""
    try_to_enter(qtbot, page, jobs, "Nadie", PASSPHRASES["ana"])
    assert error_of(page) == said
    assert page.form.open.isEnabled()


def test_after_too_many_the_wait_is_counted_down(
    qtbot: QtBot, page: UnlockPage, jobs: Jobs, bolivia: DeskInUse
) -> None:
    for _ in range(4):
        try_to_enter(qtbot, page, jobs, NAMES["ana"], "wrong")
    assert page.form.open.word == "Espere 2 s"
    assert not page.form.open.isEnabled()
    page.form.passphrase.edit.setText("wrong again")
    page.form.passphrase.submitted.emit()
    assert not jobs.busy
    bolivia.clock.at += timedelta(seconds=1)
    page._count_down()
    assert page.form.open.word == "Espere 1 s"
    bolivia.clock.at += timedelta(seconds=1)
    page._count_down()
    assert page.form.open.isEnabled()
    assert error_of(page) == ""


def test_the_danger_card_can_be_read_without_opening_anything(page: UnlockPage) -> None:
    texts = [label.text() for label in page.danger.findChildren(QLabel)]
    assert {"700 00 001", "110", "Defensora (ficticia)"} <= set(texts)
    assert all(line in texts for line in oral_notice())


def test_a_lost_card_leaves_the_words_of_the_notice(qtbot: QtBot, appearance: Appearance) -> None:
    panel = DangerPanel(None)
    qtbot.addWidget(panel)
    assert all(line in [label.text() for label in panel.findChildren(QLabel)] for line in oral_notice())


def test_the_notice_names_no_country_and_no_law(appearance: Appearance) -> None:
    spoken = " ".join(oral_notice()).lower()
    assert not [word for word in ("bolivia", "guatemala", "ley", "fiscalía", "jurisdic") if word in spoken]


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("size", [(1366, 740), (1024, 576)])
def test_everything_has_a_name_and_is_a_target(
    page: UnlockPage, appearance: Appearance, percent: int, size: tuple[int, int]
) -> None:
    appearance.resize(percent)
    page.resize(*size)
    QApplication.processEvents()
    assert (page.width(), page.height()) == size
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_the_cursor_waits_where_typing_goes_on(
    qtbot: QtBot, appearance: Appearance, entrance: Entrance, jobs: Jobs
) -> None:
    page = UnlockPage(entrance, jobs, appearance, "Ana")
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin()
    assert page.form.passphrase.edit.hasFocus()


def test_a_damaged_store_leads_to_what_can_be_done(
    qtbot: QtBot, page: UnlockPage, jobs: Jobs, bolivia: DeskInUse
) -> None:
    (bolivia.folder / "store.db").write_bytes(b"not a store" * 1000)
    try_to_enter(qtbot, page, jobs, NAMES["ana"], PASSPHRASES["ana"])
    assert "está dañada" in error_of(page)
    assert page.form.stuck.hasFocus()
    with qtbot.waitSignal(page.trouble_requested):
        QTest.keyClick(page.form.stuck, Qt.Key.Key_Space)
