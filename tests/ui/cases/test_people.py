from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import AgeStatus, Gender, Identity, PartyRole
from justice_desk.cases.views import PartyView
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.errors import NotAdmitted
from tests.desks import DeskInUse
from tests.intakes import IDENTITY, party
from tests.ui.cases.at_hand import put_up, quiet, sitting_of, texts
from tests.ui.keyboard import choose, hotkey, press, push, tick, write
from tests.ui.walker import found_anywhere, low_targets, unnamed
from ui.appearance import Appearance
from ui.cases import identity_view
from ui.cases.faces import FormFace
from ui.cases.identity_form import IdentityForm
from ui.cases.identity_view import IdentityView
from ui.cases.party_form import PartyForm
from ui.cases.people import PartyEntry, PeopleTab
from ui.widgets.text import Text
from ui.workplace import Workplace

NAME = IDENTITY.given_names


def tab_of(qtbot: QtBot, workplace: Workplace, case: CaseId) -> PeopleTab:
    tab = PeopleTab(workplace, case)
    put_up(qtbot, tab)
    tab.entering()
    qtbot.waitUntil(lambda: tab._presenter._people is not None)
    quiet(qtbot, workplace)
    return tab


def with_girl(bolivia: DeskInUse, *, named: bool = False) -> tuple[CaseId, PartyView]:
    case = bolivia.suspected().id
    girl = bolivia.parties().add(case, party(age=AgeStatus.PROBABLY_CHILD))
    if named:
        girl = bolivia.parties().write_identity(case, girl.id, IDENTITY)
    return case, girl


def party_form(tab: PeopleTab) -> PartyForm:
    face = tab.currentWidget()
    assert isinstance(face, PartyForm)
    return face


def identity_form(tab: PeopleTab) -> IdentityForm:
    face = tab.currentWidget()
    assert isinstance(face, IdentityForm)
    return face


def view_of(tab: PeopleTab) -> IdentityView:
    face = tab.currentWidget()
    assert isinstance(face, IdentityView)
    return face


def entry(tab: PeopleTab, party: PartyView) -> PartyEntry:
    return tab.panel.entries[party.id]


def test_a_case_without_people_says_who_is_added(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    tab = tab_of(qtbot, workplace, bolivia.suspected().id)
    assert tab.panel.nobody.isVisible()
    assert "Todavía no hay personas" in texts(tab.panel)
    assert not tab.panel.rule.isVisible()


def test_a_person_is_added_by_code_with_the_keyboard_alone(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    push(tab.panel.add_person)
    form = party_form(tab)
    assert unnamed(form) == []
    hotkey("Ctrl+S")
    assert {name for name, field in form.form.fields.items() if field.error.text()} == {"role", "age"}
    choose(form.role, PartyRole.VICTIM)
    choose(form.age, AgeStatus.UNKNOWN)
    choose(form.gender, Gender.WOMAN)
    write(form.language, "una lengua que no está en la lista")
    tick(form.interpreter)
    write(form.restrictions, "Que la atienda una mujer")
    with qtbot.waitSignal(workplace.act_done):
        hotkey("Ctrl+Return")
    assert tab.currentWidget() is tab.panel
    qtbot.waitUntil(lambda: len(tab.panel.entries) == 1)
    (added,) = bolivia.cases().case(case).parties
    assert (added.code, added.gender, added.interpreter) == ("V-01", Gender.WOMAN, True)
    said = texts(entry(tab, added))
    assert "V-01 · Víctima" in said
    assert "No se sabe · Mujer · habla una lengua que no está en la lista · con intérprete" in said
    assert "Pide que se respete: Que la atienda una mujer" in said
    qtbot.waitUntil(lambda: entry(tab, added).write.hasFocus())  # noqa: PLW0108 - the entries are made anew
    assert low_targets(tab) == []


def test_a_few_letters_offer_the_languages_of_the_country(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    tab = tab_of(qtbot, workplace, bolivia.suspected().id)
    tab.panel.add_person.click()
    completer = party_form(tab).language.completer()
    assert completer is not None
    completer.setCompletionPrefix("quech")
    assert completer.currentCompletion() == "quechua"


def test_whoever_may_be_a_child_is_protected_as_one(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case, girl = with_girl(bolivia)
    adult = bolivia.parties().add(case, party(PartyRole.WITNESS))
    tab = tab_of(qtbot, workplace, case)
    words = "Se la protege como niña o niño"
    assert words in [
        child.accessibleName() for child in entry(tab, girl).children() if hasattr(child, "accessibleName")
    ]
    assert words not in [
        child.accessibleName() for child in entry(tab, adult).children() if hasattr(child, "accessibleName")
    ]


def test_an_identity_is_written_and_sealed(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case, girl = with_girl(bolivia)
    tab = tab_of(qtbot, workplace, case)
    assert not entry(tab, girl).read.isVisible()
    push(entry(tab, girl).write)
    form = identity_form(tab)
    warning = "Al guardarlo queda sellado. Quien escribe esto puede no poder leerlo después."
    qtbot.waitUntil(lambda: warning in texts(form))
    assert unnamed(form) == []
    hotkey("Ctrl+S")
    assert form.form.fields["given_names"].error.text()
    write(form.editors["given_names"], NAME)
    write(form.editors["safe_contact"], "700 00 112")
    with qtbot.waitSignal(workplace.act_done):
        hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: entry(tab, girl).read.isVisible())  # noqa: PLW0108 - the entries are made anew
    read = bolivia.parties().read_identity(case, girl.id, "Prueba")
    assert (read.given_names, read.safe_contact) == (NAME, "700 00 112")
    assert found_anywhere(NAME) == []


def test_an_identity_is_completed_and_nothing_of_it_is_lost(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case, girl = with_girl(bolivia, named=True)
    tab = tab_of(qtbot, workplace, case)
    push(entry(tab, girl).write)
    form = identity_form(tab)
    assert form.identity() == Identity()
    words = "Ya hay algo escrito. Lo que aquí se deje vacío queda como estaba."
    qtbot.waitUntil(lambda: words in texts(form))
    write(form.editors["telephone"], "700 00 999")
    with qtbot.waitSignal(workplace.act_done):
        hotkey("Ctrl+S")
    read = bolivia.parties().read_identity(case, girl.id, "Prueba")
    assert read == replace(IDENTITY, telephone="700 00 999")


def test_an_identity_is_veiled_until_a_reason_is_given_and_again_when_it_is_left(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case, girl = with_girl(bolivia, named=True)
    tab = tab_of(qtbot, workplace, case)
    push(entry(tab, girl).read)
    view = view_of(tab)
    assert found_anywhere(NAME) == []
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.form.fields["reason"].error.text()))
    write(view.reason, "Para llenar la hoja reservada")
    with qtbot.waitSignal(workplace.act_done):
        press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: NAME in texts(view))
    assert all(not text.toolTip() for text in view.findChildren(Text))
    assert view.windowTitle() == ""
    assert view.veil.hasFocus()
    tab.leaving()
    assert found_anywhere(NAME) == []
    assert view.reason.isVisible()
    assert next(line.action for line in bolivia.accounts("ana").history_of(case)) == "read_identity"


def test_an_identity_veils_itself_after_a_while(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity_view, "SHOWN_FOR", 50)
    case, girl = with_girl(bolivia, named=True)
    tab = tab_of(qtbot, workplace, case)
    entry(tab, girl).read.click()
    view = view_of(tab)
    view.reason.setText("Para llamar al contacto seguro")
    view.save.click()
    with qtbot.waitSignal(view.veiled):
        pass
    assert found_anywhere(NAME) == []
    view.hide_identity()


def test_reading_leaves_no_draft_of_the_reason(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case, girl = with_girl(bolivia, named=True)
    tab = tab_of(qtbot, workplace, case)
    entry(tab, girl).read.click()
    view = view_of(tab)
    view.reason.setText("Para llenar la hoja reservada")
    view.save.click()
    qtbot.waitUntil(view.veil.isVisible)
    push(view.veil)
    assert found_anywhere(NAME) == []
    view.back.click()
    assert tab.currentWidget() is tab.panel
    quiet(qtbot, workplace)
    assert bolivia.accounts("ana").drafts() == []


def test_a_clerk_writes_who_somebody_is_but_does_not_read_it(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse
) -> None:
    case, girl = with_girl(bolivia, named=True)
    with sitting_of(bolivia, "berta") as workplace:
        tab = tab_of(qtbot, workplace, case)
        assert entry(tab, girl).write.isVisible()
        assert not entry(tab, girl).read.isVisible()
        assert "Con esta función se escribe quién es cada persona, pero después no se lee." in texts(tab.panel)
        with pytest.raises(NotAdmitted):
            bolivia.posing("berta", "ana").read_identity(case, girl.id, "Prueba")
        quiet(qtbot, workplace)


def test_a_person_half_written_is_gone_on_with_after_a_lock(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    tab.panel.add_person.click()
    party_form(tab).restrictions.setPlainText("Que no la llamen")
    party_form(tab).back.click()
    qtbot.waitUntil(tab.panel.offer.isVisible)
    again = tab_of(qtbot, workplace, case)
    qtbot.waitUntil(again.panel.offer.isVisible)
    again.panel.offer.action.click()
    form = party_form(again)
    qtbot.waitUntil(lambda: form.restrictions.value() == "Que no la llamen")


@pytest.mark.parametrize(("kind", "face"), [("identity", IdentityForm), ("identity_reason", IdentityView)])
def test_what_was_typed_about_an_identity_comes_back(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, kind: str, face: type[FormFace]
) -> None:
    case, girl = with_girl(bolivia, named=True)
    field = "reason" if kind == "identity_reason" else "alias"
    bolivia.accounts("ana").keep_draft(f"{kind}:{case}:{girl.id}", f'{{"{field}": "de antes"}}')
    tab = tab_of(qtbot, workplace, case)
    qtbot.waitUntil(tab.panel.offer.isVisible)
    tab.panel.offer.action.click()
    front = tab.currentWidget()
    assert isinstance(front, face)
    editor = front.form.fields[field].editor
    qtbot.waitUntil(lambda: getattr(editor, "value", lambda: "")() == "de antes")


@pytest.mark.parametrize("kind", ["identity", "identity_reason"])
def test_a_draft_about_somebody_who_is_not_there_opens_nothing(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, kind: str
) -> None:
    case, _ = with_girl(bolivia)
    bolivia.accounts("ana").keep_draft(f"{kind}:{case}:nobody", '{"alias": "de antes"}')
    tab = tab_of(qtbot, workplace, case)
    qtbot.waitUntil(tab.panel.offer.isVisible)
    tab.panel.offer.action.click()
    assert tab.currentWidget() is tab.panel


def test_a_case_that_is_gone_says_so(qtbot: QtBot, workplace: Workplace) -> None:
    tab = PeopleTab(workplace, CaseId("nowhere"))
    qtbot.addWidget(tab)
    tab.entering()
    tab.panel.add_requested.emit()
    assert tab.currentWidget() is tab.panel
    qtbot.waitUntil(lambda: bool(tab.panel.rule.text()))
    tab.leaving()


def test_an_act_elsewhere_is_followed_only_while_the_tab_is_seen(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    tab.hide()
    bolivia.parties().add(case, party())
    workplace.act_done.emit()
    quiet(qtbot, workplace)
    assert tab.panel.entries == {}
    tab.show()
    workplace.act_done.emit()
    qtbot.waitUntil(lambda: len(tab.panel.entries) == 1)
    first = dict(tab.panel.entries)
    workplace.act_done.emit()
    quiet(qtbot, workplace)
    assert tab.panel.entries == first
