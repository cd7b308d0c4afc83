from pytestqt.qtbot import QtBot

from justice_desk.foundations.fields import FieldMissing
from justice_desk.handoffs.rules import MomentImpossible
from tests.stores import START
from ui.appearance import Appearance
from ui.widgets.badge import State
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextField
from ui.widgets.page import Body
from ui.widgets.refusals import point_out
from ui.widgets.table import Column, Table, ViewsModel
from ui.widgets.text import Text


def shown(entries: EntryList) -> list[str]:
    return [text.text() for text in entries.findChildren(Text) if text.isVisibleTo(entries)]


def test_entries_are_exchanged_and_an_empty_list_takes_no_room(qtbot: QtBot, appearance: Appearance) -> None:
    entries = EntryList()
    qtbot.addWidget(entries)
    entries.show_entries([Entry("Uno", ("línea", ""), State("Hecho"), (Button("Ver"),)), Entry("Dos")])
    assert shown(entries) == ["Uno", "línea", "Dos"]
    entries.show_entries([Entry("Tres")])
    qtbot.waitUntil(lambda: shown(entries) == ["Tres"])
    entries.show_entries([])
    assert entries.isHidden()


def test_a_refusal_is_said_beside_the_field_it_is_about(qtbot: QtBot, appearance: Appearance) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.ask("person", "Persona", TextField())
    form.ask("at", "Cuándo", TextField())
    assert point_out(form, FieldMissing("person"))
    assert form.fields["person"].error.text()
    assert point_out(form, MomentImpossible(START), {MomentImpossible: "at"})
    assert form.fields["at"].error.text()
    assert not form.fields["person"].error.text()
    assert not point_out(form, MomentImpossible(START))
    assert not point_out(form, FieldMissing("elsewhere"))


def test_a_field_can_ask_something_else(qtbot: QtBot, appearance: Appearance) -> None:
    form = Form()
    qtbot.addWidget(form)
    edit = form.ask("person", "¿Quién lo lleva?", TextField())
    form.fields["person"].rename("¿Quién lo recibió?")
    assert form.fields["person"].label.text() == "¿Quién lo recibió?"
    assert edit.accessibleName() == "¿Quién lo recibió?"


def test_a_column_that_matters_less_goes_where_there_is_no_room(qtbot: QtBot, appearance: Appearance) -> None:
    model = ViewsModel((Column("Uno", str, stretch=True), Column("Dos", str, room=500)))
    table = Table(model, "Tabla")
    qtbot.addWidget(table)
    table.resize(800, 200)
    table.show()
    assert not table.isColumnHidden(1)
    table.resize(400, 200)
    qtbot.waitUntil(lambda: table.isColumnHidden(1))
    table.resize(800, 200)
    qtbot.waitUntil(lambda: not table.isColumnHidden(1))


def test_an_only_choice_stays_chosen_when_it_is_pressed_again(qtbot: QtBot, appearance: Appearance) -> None:
    choices = ChoiceList((Choice("a", "La única"),))
    qtbot.addWidget(choices)
    choices.choose("a")
    choices._rows["a"].click()
    assert choices.value() == "a"


def test_choices_that_are_offered_later_are_named_too(qtbot: QtBot, appearance: Appearance) -> None:
    form = Form()
    qtbot.addWidget(form)
    choices = form.ask("to", "¿A quién?", ChoiceList(()))
    choices.offer((Choice("a", "Una oficina"),))
    assert "¿A quién?" in choices._rows["a"].accessibleDescription()


def test_what_is_wrong_far_down_a_page_is_scrolled_into_view(qtbot: QtBot, appearance: Appearance) -> None:
    body = Body()
    qtbot.addWidget(body)
    body.resize(600, 300)
    form = body.add(Form())
    for number in range(12):
        form.ask(f"field{number}", f"Campo {number}", TextField())
    body.show()
    form.point_out({"field11": "Esto hace falta."})
    error = form.fields["field11"].error
    qtbot.waitUntil(lambda: body.viewport().rect().contains(error.mapTo(body.viewport(), error.rect().center())))


def test_what_stands_in_nothing_that_scrolls_stays_where_it_is(qtbot: QtBot, appearance: Appearance) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.ask("field", "Campo", TextField())
    form.show()
    form.point_out({"field": "Esto hace falta."})
    qtbot.wait(1)
    assert form.fields["field"].error.isVisible()
