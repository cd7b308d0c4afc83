import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import justice_desk
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.foundations.resources import resource
from justice_desk.jurisdictions.loading import load_profile
from tests.desks import DeskInUse
from tests.handoffs.road import road
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.cases.tabs import TABS
from ui.entrance import OpenedDesk
from ui.help.made import NUMBERS, diagnosis, escaped, numbers_text, shortcuts_text
from ui.help.page import HelpPage
from ui.help.reader import HelpReader
from ui.help.topics import MADE, OF_SCREENS, Topic, topic_of, topic_text, topic_title
from ui.i18n import LANGUAGES
from ui.pages import PAGES
from ui.shell import Shell
from ui.shortcuts import SEQUENCES, shown
from ui.theme import FAMILY, PaletteName
from ui.workplace import Workplace

WRITTEN = [topic for topic in Topic if topic not in MADE]
OF_ONE_COUNTRY = ("jurisdicción", "competencia", "declinatoria", "jurisdiction")


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> HelpPage:
    made = HelpPage(workplace)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.entering()
    return made


@pytest.mark.parametrize("topic", WRITTEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_written_in_every_language_without_the_words_of_one_country(topic: Topic, language: str) -> None:
    text = topic_text(topic, language)
    assert text.startswith("# ")
    assert len(text.split()) > 60
    assert not [word for word in OF_ONE_COUNTRY if word in text.lower()]


def test_no_page_is_left_over() -> None:
    for language in LANGUAGES:
        names = {path.stem for path in resource("help", language).glob("*.md")}
        assert names == {topic.value for topic in WRITTEN}


def test_a_language_without_pages_is_answered_in_spanish() -> None:
    assert topic_text(Topic.NEVER, "qu") == topic_text(Topic.NEVER, "es")


def test_the_ten_steps_are_ten_in_every_language() -> None:
    for language in LANGUAGES:
        assert re.findall(r"^([0-9]+)\.", topic_text(Topic.CASE, language), re.MULTILINE)[-1] == "10"


def test_every_page_of_the_rail_and_every_tab_of_a_case_has_its_help() -> None:
    keys = {page.key for page in PAGES if page.key != "help"} | {tab.key.value for tab in TABS}
    assert keys <= OF_SCREENS.keys()
    assert topic_of("no such screen") is Topic.FIRST_STEPS


def test_the_list_leads_to_every_page(page: HelpPage, workplace: Workplace, qtbot: QtBot) -> None:
    assert "Primeros pasos" in page.reader.toPlainText()
    page.list.setFocus()
    for topic in list(Topic)[1:]:
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        assert page.list.view() == topic
        shown_text = page.diagnosis.text.toPlainText if topic is Topic.DIAGNOSTICS else page.reader.toPlainText
        qtbot.waitUntil(lambda shown_text=shown_text: bool(shown_text()))  # type: ignore[misc]  # bound in the loop
        assert page.short_list.value() == topic
    assert unnamed(page) == []
    assert low_targets(page) == []


def test_where_there_is_no_room_the_list_is_one_field(page: HelpPage, qtbot: QtBot) -> None:
    page.resize(700, 600)
    qtbot.waitUntil(page.short_list.isVisible)
    assert not page.list.isVisible()
    page.short_list.chosen.emit(Topic.NEVER.value)
    assert "nunca" in page.reader.toPlainText()


def test_the_telephones_of_the_desk_stand_in_whom_to_call(page: HelpPage) -> None:
    page.show_topic("no such screen")
    page.topic_requested.emit(Topic.CALL.value)
    assert "700 00 001" in page.reader.toPlainText()
    assert NUMBERS not in page.reader.toPlainText()


def test_a_desk_without_telephones_says_so(page: HelpPage, bolivia: DeskInUse) -> None:
    (bolivia.folder / "card.json").unlink()
    page.topic_requested.emit(Topic.CALL.value)
    assert "no tiene teléfonos" in page.reader.toPlainText()


def test_a_label_with_signs_stays_what_it_is(page: HelpPage, qtbot: QtBot) -> None:
    page.reader.show_text(numbers_text([DangerNumber("Turno *uno* <b>", "700_00_001")]), "Números")
    assert page.reader.toPlainText().strip() == "700_00_001 · Turno *uno* <b>"
    assert escaped("a-b") == "a\\-b"


def test_the_sheet_of_keys_holds_every_key(page: HelpPage) -> None:
    page.topic_requested.emit(Topic.SHORTCUTS.value)
    text = page.reader.toPlainText()
    assert all(shown(sequences[0]) in text for sequences in SEQUENCES.values())
    assert "Alt+1" in text
    assert shortcuts_text().startswith("# Teclado")


def test_the_diagnosis_is_copied_and_holds_nothing_of_a_case(
    page: HelpPage, workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    case = road(bolivia).case
    number = bolivia.cases().case(case).number
    page.topic_requested.emit(Topic.DIAGNOSTICS.value)
    qtbot.waitUntil(lambda: bool(page.diagnosis.text.toPlainText()))
    page.diagnosis.copy_text.click()
    copied = QGuiApplication.clipboard().text()
    assert page.diagnosis.copied.text()
    assert justice_desk.__version__ in copied
    assert str(bolivia.folder) in copied
    assert not [word for word in (number, "Ana Ejemplo", "Ayllu Ejemplo", "Viaje") if word in copied]


def test_a_diagnosis_that_comes_too_late_is_not_shown(page: HelpPage, qtbot: QtBot, workplace: Workplace) -> None:
    page.topic_requested.emit(Topic.DIAGNOSTICS.value)
    page.topic_requested.emit(Topic.NEVER.value)
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    assert page.diagnosis.text.toPlainText() == ""


def test_the_diagnosis_names_the_country_and_its_version(appearance: Appearance) -> None:
    profile = load_profile("gt")
    text = diagnosis(Path("carpeta"), profile)
    assert f"{profile.name} {profile.version}" in text


def test_a_page_is_set_in_the_letters_of_the_desk_and_anew_in_another_look(
    page: HelpPage, appearance: Appearance, qtbot: QtBot
) -> None:
    page.topic_requested.emit(Topic.FIRST_STEPS.value)
    found = page.reader.document().find("Ctrl+N")
    assert not found.isNull()
    letters = found.charFormat()
    assert letters.fontWeight() == QFont.Weight.Bold.value
    assert FAMILY in letters.fontFamilies()
    heading = QTextCursor(page.reader.document().begin())
    before = heading.block().charFormat().font().pixelSize(), page.reader.document().defaultFont().pixelSize()
    appearance.paint(PaletteName.DARK)
    appearance.resize(150)
    after = page.reader.document().defaultFont().pixelSize()
    assert after > before[1]


def test_a_reader_without_a_page_minds_no_change_of_look(qtbot: QtBot, appearance: Appearance) -> None:
    reader = HelpReader()
    qtbot.addWidget(reader)
    reader.show()
    appearance.resize(150)
    assert reader.toPlainText() == ""


@pytest.fixture
def shell(appearance: Appearance, opened: OpenedDesk, jobs: Jobs, bolivia: DeskInUse, qtbot: QtBot) -> Iterator[Shell]:
    made = Shell(opened, jobs, bolivia.clock, PAGES)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_first()
    yield made
    shiboken6.delete(made)


def test_f1_opens_the_help_that_belongs_to_the_screen_in_front(shell: Shell, bolivia: DeskInUse, qtbot: QtBot) -> None:
    for key, title in (("handoffs", "Remisiones"), ("journal", "Diario"), ("home", "Primeros pasos")):
        shell.open_page(key)
        QTest.keySequence(shell, "F1")
        assert shell.front == "help"
        assert shell.findChildren(HelpPage)[0].reader.toPlainText().startswith(title)
    QTest.keySequence(shell, "F1")
    assert shell.front == "help"
    shell.open_case(road(bolivia).case, "handoff")
    QTest.keySequence(shell, "F1")
    assert shell.findChildren(HelpPage)[0].reader.toPlainText().startswith("Remisiones")
    shell.open_page("cases")
    qtbot.waitUntil(lambda: not shell.workplace.jobs.busy)


def test_every_title_in_the_list_is_short(appearance: Appearance) -> None:
    assert all(len(topic_title(topic)) < 26 for topic in Topic)
