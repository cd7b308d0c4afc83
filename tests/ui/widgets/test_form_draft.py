from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.widgets.choices import CheckList, CheckRow, Choice, ChoiceList, DropDown
from ui.widgets.fields import Form, SecretField, TextArea, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft, write, written
from ui.widgets.moment import DayField, MomentField
from ui.workplace import Workplace

CHOICES = (Choice("a", "Una"), Choice("b", "Otra"))
FILLED = {
    "line": "línea",
    "area": "párrafo uno\npárrafo dos",
    "one": "b",
    "long": "a",
    "any": "a\nb",
    "box": "x",
    "day": "01/02/2026",
    "moment": "02/03/2026\n10:30\nexact",
    "secret": "",
}


class EveryEditor(QWidget):
    """A form with one editor of each kind, and its draft."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.form = Form(self)
        self.form.ask("line", "Línea", TextField())
        self.form.ask("area", "Párrafos", TextArea())
        self.form.ask("one", "Uno", ChoiceList(CHOICES))
        self.form.ask("long", "Lista", DropDown(CHOICES))
        self.form.ask("any", "Varios", CheckList(CHOICES))
        self.form.ask("box", "Casilla", CheckRow(CHOICES[0]))
        self.form.ask("day", "Día", DayField(workplace.clock, workplace.zone))
        self.form.ask("moment", "Momento", MomentField(workplace.clock, workplace.zone))
        self.form.ask("secret", "Contraseña", SecretField())
        self.offer = DraftOffer(self)
        self.draft = FormDraft(workplace, "test:every", self.form, self.offer, self)


@pytest.fixture
def forms(qtbot: QtBot, appearance: Appearance, workplace: Workplace) -> Iterator[Callable[[], EveryEditor]]:
    made: list[EveryEditor] = []

    def make() -> EveryEditor:
        made.append(EveryEditor(workplace))
        made[-1].show()
        return made[-1]

    yield make
    for form in made:
        shiboken6.delete(form)


@pytest.fixture
def every(forms: Callable[[], EveryEditor]) -> EveryEditor:
    return forms()


def test_a_form_is_written_into_texts_and_back(every: EveryEditor, qtbot: QtBot, workplace: Workplace) -> None:
    write(every.form, {**FILLED, "no_longer_asked": "x"})
    assert written(every.form) == FILLED
    assert every.draft.text()


def test_a_secret_is_never_part_of_a_draft(every: EveryEditor) -> None:
    secret = every.form.fields["secret"].editor
    assert isinstance(secret, SecretField)
    secret.edit.setText("llave canaria 77")
    assert "canaria" not in every.draft.text()


def test_a_choice_that_is_no_longer_offered_is_left_out(every: EveryEditor) -> None:
    write(every.form, {"one": "gone", "long": "gone"})
    assert written(every.form)["one"] == written(every.form)["long"] == ""


@pytest.mark.parametrize("name", [name for name in FILLED if name != "secret"])
def test_every_editor_tells_when_it_is_changed(every: EveryEditor, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(every.draft.changed):
        write(every.form, {name: FILLED[name]})


def test_what_stands_there_usually_is_no_draft(every: EveryEditor) -> None:
    write(every.form, {"line": "de costumbre"})
    every.draft.settle()
    assert every.draft.text() == ""


def test_what_was_typed_is_offered_again_and_brought_back(
    every: EveryEditor, forms: Callable[[], EveryEditor], qtbot: QtBot, workplace: Workplace
) -> None:
    write(every.form, FILLED)
    with qtbot.waitSignal(workplace.draft_kept):
        every.draft._keeper.keep_now()
    later = forms()
    later.draft.seek()
    qtbot.waitUntil(later.offer.isVisible)
    assert "2 mar 2026" in later.offer.text.text()
    later.offer.action.click()
    assert written(later.form) == FILLED
    assert not later.offer.isVisible()


def test_an_offer_can_be_thrown_away(
    every: EveryEditor, forms: Callable[[], EveryEditor], qtbot: QtBot, workplace: Workplace
) -> None:
    write(every.form, FILLED)
    with qtbot.waitSignal(workplace.draft_kept):
        every.draft._keeper.keep_now()
    later = forms()
    later.draft.seek()
    qtbot.waitUntil(later.offer.isVisible)
    with qtbot.waitSignal(workplace.draft_kept):
        later.offer.dismiss.click()
    assert workplace.desk.accounts.drafts() == []


def test_what_became_an_act_is_forgotten(every: EveryEditor, qtbot: QtBot, workplace: Workplace) -> None:
    write(every.form, FILLED)
    with qtbot.waitSignal(workplace.draft_kept):
        every.draft._keeper.keep_now()
    with qtbot.waitSignal(workplace.draft_kept):
        every.draft.drop()
    assert workplace.desk.accounts.drafts() == []
    assert every.draft.text() == ""
