from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from justice_desk.cases.rules import PartyRole
from justice_desk.communities.rules import NewTerm
from justice_desk.foundations.ids import CaseId
from justice_desk.hearings.rules import HearingForbidden, PointKind, SessionKind, Signing
from tests.desks import DeskInUse
from tests.intakes import intake, own_matter, party
from tests.ui.walker import unnamed
from ui.background import Jobs
from ui.hearings import recording
from ui.hearings.session_form import SessionForm
from ui.hearings.tab import HearingsTab
from ui.widgets.moment import GivenMoment
from ui.workplace import Workplace


@pytest.fixture(autouse=True)
def authorities(bolivia: DeskInUse) -> None:
    since = (bolivia.clock() - timedelta(days=3)).date()
    bolivia.community().enter_term(NewTerm("Mallku", "Autoridad Modelo", since))
    bolivia.community().enter_term(NewTerm("Mama T'alla", "Autoridad Segunda", since))
    bolivia.clock.turn(hours=3)


def opened_tab(workplace: Workplace, case: CaseId, qtbot: QtBot) -> HearingsTab:
    tab = HearingsTab(workplace, case)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    qtbot.waitUntil(lambda: bool(tab.panel.reserved.word))
    return tab


def filled(tab: HearingsTab, kind: SessionKind, bolivia: DeskInUse) -> SessionForm:
    tab.panel.record_requested.emit(kind.value)
    form = tab.form
    assert form is not None
    now = bolivia.clock()
    form.held_at.show_moment(GivenMoment(now - timedelta(minutes=40), exact=True))
    form.ended_at.show_moment(GivenMoment(now - timedelta(minutes=5), exact=True))
    form.place.setText("Sede ficticia")
    form.presiding.choose(next(iter(form.signing.ways)))
    for editor in form.points.values():
        editor.setPlainText("Se trata lo que toca.")
    form.decision.setPlainText("Se decide proteger y enviar.")
    return form


def test_on_an_excluded_case_only_the_reserved_session_is_offered(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    tab = opened_tab(workplace, bolivia.cases().register(intake(suspicion=True)).id, qtbot)
    assert tab.panel.reserved.isVisible()
    assert not tab.panel.hearing.isVisible()
    assert tab.panel._why.isVisible()
    assert not tab.citations.isVisible()


def test_who_presided_is_asked_where_two_hold_office(workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot) -> None:
    tab = opened_tab(workplace, bolivia.cases().register(intake(suspicion=True)).id, qtbot)
    tab.panel.record_requested.emit(SessionKind.RESERVED.value)
    form = tab.form
    assert form is not None
    assert form.presiding.value() is None
    only = form._content.terms[0]
    alone = SessionForm(workplace, replace(form._content, terms=(only,)), SessionKind.RESERVED)
    qtbot.addWidget(alone)
    assert alone.presiding.value() == only.id


def test_on_an_own_matter_a_hearing_is_offered_and_people_can_be_called(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    case = bolivia.cases().register(intake()).id
    bolivia.cases().assess(case, own_matter())
    bolivia.parties().add(case, party(PartyRole.WITNESS))
    tab = opened_tab(workplace, case, qtbot)
    qtbot.waitUntil(tab.citations.isVisible)
    assert tab.panel.hearing.isVisible()
    part = tab.citations
    part.party.choose(bolivia.cases().case(case).parties[0].id)
    part.called_for.show_moment(GivenMoment(bolivia.clock() + timedelta(days=2), exact=True))
    part.words.setText("Para conversar en la sede")
    part.cite.click()
    qtbot.waitUntil(lambda: len(bolivia.hearings().citations(case)) == 1)


def test_a_reserved_session_is_recorded_and_its_acta_issued(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    case = bolivia.cases().register(intake(suspicion=True)).id
    tab = opened_tab(workplace, case, qtbot)
    filled(tab, SessionKind.RESERVED, bolivia).save.click()
    qtbot.waitUntil(lambda: len(bolivia.hearings().sessions(case)) == 1)
    minutes = bolivia.hearings().sessions(case)[0].minutes
    assert {point.kind for point in minutes.points} == {PointKind.NOTICE, PointKind.PROTECTION, PointKind.REMISSION}
    assert minutes.confirmations[0].signing is Signing.SIGNATURE
    qtbot.waitUntil(lambda: tab.currentWidget() is tab.panel)
    tab.panel.acta_issued.emit(bolivia.hearings().sessions(case)[0].id)
    qtbot.waitUntil(lambda: len(workplace.desk.documents.documents(case)) == 1)


def test_a_fingerprint_without_witnesses_is_told_beside_its_field(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    case = bolivia.cases().register(intake(suspicion=True)).id
    tab = opened_tab(workplace, case, qtbot)
    form = filled(tab, SessionKind.RESERVED, bolivia)
    identifier, editor = next(iter(form.signing.ways.items()))
    editor.choose(Signing.FINGERPRINT)
    field = form.signing.field(identifier)
    assert field.isVisible()
    form.save.click()
    qtbot.waitUntil(lambda: bool(field.error.text()))
    assert not bolivia.hearings().sessions(case)
    form.signing.beside[identifier].setText("Testigo Uno, Testigo Dos")
    form.save.click()
    qtbot.waitUntil(lambda: len(bolivia.hearings().sessions(case)) == 1)


def test_a_session_without_day_and_hour_says_so_beside_the_field(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot
) -> None:
    tab = opened_tab(workplace, bolivia.cases().register(intake(suspicion=True)).id, qtbot)
    form = filled(tab, SessionKind.RESERVED, bolivia)
    form.held_at.hour.clear()
    form.save.click()
    assert form.form.fields["held_at"].error.text()


def test_a_refusal_that_belongs_to_no_field_is_told_in_a_box(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(recording, "tell", lambda _window, error: told.append(error))
    case = bolivia.cases().register(intake()).id
    bolivia.cases().assess(case, own_matter())
    tab = opened_tab(workplace, case, qtbot)
    form = filled(tab, SessionKind.HEARING, bolivia)
    bolivia.cases().alert(case, (), "Alguien contó algo que hace sospechar")
    form.save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], HearingForbidden)
    assert not bolivia.hearings().sessions(case)


def test_what_was_typed_in_a_session_comes_back(workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot) -> None:
    case = bolivia.cases().register(intake(suspicion=True)).id
    tab = opened_tab(workplace, case, qtbot)
    form = filled(tab, SessionKind.RESERVED, bolivia)
    form.decision.setPlainText("Una decisión a medio escribir")
    form.back.click()
    qtbot.waitUntil(lambda: bool(workplace.desk.accounts.drafts()))
    tab.panel.record_requested.emit(SessionKind.RESERVED.value)
    again = tab.form
    assert again is not None
    qtbot.waitUntil(again.offer.isVisible)
    again.offer.action.click()
    assert again.decision.value() == "Una decisión a medio escribir"


def test_every_part_of_the_tab_and_of_the_form_has_a_name(
    workplace: Workplace, bolivia: DeskInUse, qtbot: QtBot, jobs: Jobs
) -> None:
    tab = opened_tab(workplace, bolivia.cases().register(intake(suspicion=True)).id, qtbot)
    filled(tab, SessionKind.RESERVED, bolivia)
    assert not unnamed(tab)
