from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.desks import DeskInUse
from tests.stores import NAMES
from tests.ui.cases.at_hand import sitting_of
from tests.ui.walker import low_targets, unnamed
from ui.administration.numbers_dialog import ChangeNumbers
from ui.administration.people import PeopleSection
from ui.administration.removing import RemovePerson
from ui.administration.settings import SettingsSection
from ui.appearance import Appearance
from ui.widgets.text import Text
from ui.workplace import Workplace


@pytest.fixture
def people(qtbot: QtBot, workplace: Workplace) -> Iterator[PeopleSection]:
    section = PeopleSection(workplace)
    section.resize(1000, 700)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    section.entering()
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    yield section
    shiboken6.delete(section)


def asked_about(people: PeopleSection, row: int) -> RemovePerson:
    people.table.setCurrentIndex(people.model.index(row, 0))
    people.remove.click()
    dialog = next(one for one in people.findChildren(RemovePerson) if one.isVisible())
    assert unnamed(dialog) == []
    return dialog


def test_somebody_is_removed_after_it_was_said_what_stays_readable(
    qtbot: QtBot, workplace: Workplace, people: PeopleSection, bolivia: DeskInUse
) -> None:
    people.remove.click()
    assert people.findChildren(QDialog) == []
    dialog = asked_about(people, 2)
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert NAMES["carla"] in said
    assert "lo puede seguir leyendo" in said
    qtbot.waitUntil(dialog.back.hasFocus)
    assert low_targets(dialog) == []
    with qtbot.waitSignal(workplace.act_done):
        dialog.yes.click()
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    assert people.model.rowCount() == 3
    assert NAMES["carla"] not in [person.name for person in bolivia.accounts("ana").persons()]


def test_why_somebody_cannot_be_removed_is_said(qtbot: QtBot, workplace: Workplace, people: PeopleSection) -> None:
    dialog = asked_about(people, 0)
    dialog.yes.click()
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert "Nadie se quita a sí mismo" in dialog.refusal.text.text()
    dialog.back.click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_telephones_for_danger_are_changed(qtbot: QtBot, workplace: Workplace) -> None:
    section = SettingsSection(workplace)
    section.resize(900, 700)
    qtbot.addWidget(section)
    section.show()
    section.change.click()
    dialog = next(iter(section.findChildren(ChangeNumbers)))
    assert unnamed(dialog) == []
    assert dialog.form.numbers[0].value() == "700 00 001"
    dialog.form.numbers[0].setText("x")
    dialog.save.click()
    assert dialog.form.fields["number1"].error.text()
    assert dialog.form.fields["answered1"].error.text()
    dialog.form.numbers[0].setText("700 00 009")
    for box in dialog.form.answered:
        box.setChecked(True)
    with qtbot.waitSignal(workplace.act_done):
        dialog.save.click()
    assert "700 00 009" in [text.text() for text in section.numbers.findChildren(Text)]
    card = workplace.desk.danger_card()
    assert card is not None
    assert [number.number for number in card.numbers] == ["700 00 009", "110"]


def test_telephones_that_cannot_be_written_are_told(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    section = SettingsSection(workplace)
    qtbot.addWidget(section)
    section.show()
    dialog = ChangeNumbers(workplace, None, section)
    dialog.open()
    for place in range(2):
        dialog.form.labels[place].setText("Defensora")
        dialog.form.numbers[place].setText("700 00 00" + str(place))
        dialog.form.answered[place].setChecked(True)
    (bolivia.folder / "card.json").unlink()
    (bolivia.folder / "card.json").mkdir()
    dialog.save.click()
    qtbot.waitUntil(dialog.refusal.isVisible)
    dialog.back.click()
    (bolivia.folder / "card.json").rmdir()


def test_a_liaison_looks_at_the_telephones_only(qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse) -> None:
    with sitting_of(bolivia, "carla") as workplace:
        section = SettingsSection(workplace)
        qtbot.addWidget(section)
        section.show()
        assert not section.change.isVisible()
