import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import Role
from justice_desk.cases.rules import CaseState, Channel, NobodyAdmitted
from justice_desk.foundations.errors import DeskError
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.stores import NAMES
from tests.ui.cases.at_hand import put_up, quiet, sitting_of, texts
from tests.ui.keyboard import choose, hotkey, now, push, reach, write
from tests.ui.walker import low_targets, unnamed
from ui.cases import new_case
from ui.cases.intake_answers import REVIEW, Ask, YesNo
from ui.cases.intake_form import IntakeForm
from ui.cases.new_case import PLACE, NewCasePanel, NewCasePresenter
from ui.widgets.buttons import Button
from ui.widgets.moment import GivenMoment, Precision
from ui.widgets.rows import LinkRow
from ui.workplace import Workplace

TOLD = "Cuenta ficticia de un viaje (canario 4711)"


class Guide:
    """The guide in a window, with what it asks."""

    def __init__(self, qtbot: QtBot, workplace: Workplace) -> None:
        self.qtbot = qtbot
        self.panel = NewCasePanel()
        self.presenter = NewCasePresenter(self.panel, workplace)
        put_up(qtbot, self.panel)
        qtbot.waitUntil(lambda: self.panel.form is not None)

    @property
    def form(self) -> IntakeForm:
        """The questions."""
        assert self.panel.form is not None
        return self.panel.form

    def onwards(self) -> None:
        """Go on."""
        self.panel.onwards.click()

    def error(self, ask: Ask) -> str:
        """What is said beside a question."""
        return self.form.fields[ask].error.text()

    def answer(self, title: str = "Viaje con oferta", suspected: YesNo = YesNo.YES) -> None:
        """Answer everything, as the dense form allows."""
        form = self.form
        form.account.setPlainText(TOLD)
        form.title.setText(title)
        form.known.now.click()
        form.channel.choose(Channel.RADIO)
        form.suspected.choose(suspected)
        form.urgent.choose(YesNo.YES)
        form.missing_person.choose(YesNo.NO)


@pytest.fixture
def guide(qtbot: QtBot, workplace: Workplace) -> Guide:
    return Guide(qtbot, workplace)


def test_a_case_is_registered_step_by_step_by_keyboard_alone(qtbot: QtBot, guide: Guide, bolivia: DeskInUse) -> None:
    form = guide.form
    write(form.account, TOLD)
    write(form.title, "Viaje con oferta")
    hotkey("Ctrl+Return")
    now(form.known)
    choose(form.channel, Channel.THIRD_PARTY)
    write(form.where, "Feria ficticia")
    hotkey("Ctrl+Return")
    choose(form.suspected, YesNo.YES)
    reach(form.exploitation)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Space)
    hotkey("Ctrl+Return")
    choose(form.urgent, YesNo.NO)
    choose(form.missing_person, YesNo.NO)
    hotkey("Ctrl+Return")
    assert TOLD in texts(guide.panel)
    with qtbot.waitSignal(guide.presenter.registered, timeout=10_000) as registered:
        hotkey("Ctrl+S")
    assert registered.args[0].state is CaseState.MUST_REMIT
    case = bolivia.cases().case(registered.args[0].id)
    assert (case.account, case.title, case.channel, case.place) == (
        TOLD,
        "Viaje con oferta",
        Channel.THIRD_PARTY,
        "Feria ficticia",
    )
    assert len(case.exploitation) == 1


def test_a_step_is_not_left_before_it_is_answered(guide: Guide) -> None:
    guide.onwards()
    assert guide.error(Ask.ACCOUNT)
    assert guide.error(Ask.TITLE)
    assert not guide.error(Ask.KNOWN)
    assert guide.form.account.hasFocus()
    guide.form.account.setPlainText(TOLD)
    guide.form.title.setText("Viaje")
    guide.onwards()
    guide.form.known.day.edit.setText("31/02/2026")
    guide.onwards()
    assert "04/11/2026" in guide.error(Ask.KNOWN)
    assert guide.error(Ask.CHANNEL)


def test_a_moment_that_lies_ahead_is_told_at_once(guide: Guide, bolivia: DeskInUse) -> None:
    guide.answer()
    guide.form.known.show_moment(GivenMoment(bolivia.clock() + timedelta(days=2), exact=True))
    guide.onwards()
    guide.onwards()
    assert guide.error(Ask.KNOWN)


def test_an_approximate_moment_of_today_is_never_ahead(guide: Guide, bolivia: DeskInUse) -> None:
    guide.form.known.show_moment(GivenMoment(bolivia.clock() + timedelta(hours=1), exact=False))
    known = guide.form.answers().known
    assert known is not None
    assert known.at == bolivia.clock()
    guide.form.known.precision.choose(Precision.EXACT)
    known = guide.form.answers().known
    assert known is not None
    assert known.at > bolivia.clock()


def test_forms_of_exploitation_are_asked_only_once_there_is_a_suspicion(guide: Guide) -> None:
    guide.panel.show_step(2, dense=False)
    forms = guide.form.fields[Ask.FORMS]
    assert not forms.isVisible()
    guide.form.suspected.choose(YesNo.YES)
    assert forms.isVisible()
    guide.form.suspected.choose(YesNo.UNSURE)
    assert not forms.isVisible()


def test_nothing_in_the_questions_asks_for_means(guide: Guide) -> None:
    said = " ".join(texts(guide.panel)).lower()
    assert not any(word in said for word in ("engaño", "amenaza", "fuerza", "medios"))


def test_the_dense_form_asks_the_same_and_is_remembered(
    qtbot: QtBot, guide: Guide, workplace: Workplace, bolivia: DeskInUse
) -> None:
    guide.panel.way.click()
    assert all(section.isVisible() for section in guide.form.sections)
    guide.onwards()
    assert guide.error(Ask.TITLE)
    assert guide.error(Ask.URGENT)
    guide.answer()
    guide.onwards()
    assert guide.panel.review.isVisible()
    guide.panel.back.click()
    assert guide.form.isVisible()
    quiet(qtbot, workplace)
    again = Guide(qtbot, workplace)
    assert again.form.sections[3].isVisible()
    again.panel.way.click()
    assert not again.form.sections[3].isVisible()


def test_the_last_look_leads_back_to_each_step(guide: Guide) -> None:
    guide.answer()
    for _ in range(REVIEW):
        guide.onwards()
    change = guide.panel.review.findChild(Button, "change:1")
    assert isinstance(change, Button)
    change.click()
    assert guide.form.sections[1].isVisible()
    guide.panel.back.click()
    assert guide.form.sections[0].isVisible()


def test_what_was_skipped_is_asked_for_before_the_last_look(guide: Guide) -> None:
    guide.answer()
    guide.form.title.clear()
    guide.presenter._go(REVIEW)
    assert guide.form.sections[0].isVisible()
    assert guide.error(Ask.TITLE)
    guide.presenter._save()
    assert guide.error(Ask.TITLE)


def test_a_similar_case_is_shown_before_another_is_made(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    there = bolivia.cases().register(intake(title="Viaje con oferta de trabajo"))
    guide = Guide(qtbot, workplace)
    guide.answer("Oferta de un viaje")
    guide.presenter._go(REVIEW)
    (row,) = guide.panel.review.findChildren(LinkRow)
    with qtbot.waitSignal(guide.presenter.case_requested) as wanted:
        row.click()
    assert wanted.args == [there.id]


def test_a_title_that_looks_like_a_name_is_pointed_out(guide: Guide) -> None:
    guide.answer("Caso de Wayra Inventada")
    guide.presenter._go(REVIEW)
    assert any("Wayra Inventada" in text and "Mejor sin" in text for text in texts(guide.panel.review))
    assert guide.panel.onwards.isEnabled()


def test_whoever_is_related_gets_no_key_to_the_case(qtbot: QtBot, guide: Guide, bolivia: DeskInUse) -> None:
    guide.answer()
    guide.form.excluded.tick([bolivia.id_of("berta")])
    guide.presenter._go(REVIEW)
    assert NAMES["berta"] in texts(guide.panel)
    with qtbot.waitSignal(guide.presenter.registered, timeout=10_000):
        guide.onwards()
    assert bolivia.cases("berta").cases() == []
    assert len(bolivia.cases("carla").cases()) == 1


def test_a_doubt_is_registered_and_waits_for_an_authority(qtbot: QtBot, guide: Guide) -> None:
    guide.answer(suspected=YesNo.UNSURE)
    guide.presenter._go(REVIEW)
    assert "No es seguro" in texts(guide.panel)
    with qtbot.waitSignal(guide.presenter.registered, timeout=10_000) as registered:
        guide.onwards()
    assert registered.args[0].state is CaseState.REGISTERED


def test_what_the_service_refuses_is_told_beside_its_question(qtbot: QtBot, guide: Guide) -> None:
    guide.answer()
    guide.form.where.setText("Feria\u202e")
    guide.presenter._go(REVIEW)
    guide.onwards()
    qtbot.waitUntil(lambda: bool(guide.error(Ask.PLACE)))
    assert guide.form.sections[1].isVisible()
    assert guide.panel.onwards.isEnabled()


def test_what_belongs_to_no_question_is_told_in_a_box(
    qtbot: QtBot, guide: Guide, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[DeskError] = []
    monkeypatch.setattr(new_case, "tell", lambda _panel, error: told.append(error))
    guide.presenter._refused(NobodyAdmitted())
    assert isinstance(told[0], NobodyAdmitted)


def test_what_was_typed_comes_back_after_a_lock(
    qtbot: QtBot, guide: Guide, workplace: Workplace, bolivia: DeskInUse
) -> None:
    guide.answer()
    qtbot.waitUntil(lambda: PLACE in drafts(bolivia), timeout=10_000)
    assert json.loads(drafts(bolivia)[PLACE])[Ask.ACCOUNT] == TOLD
    again = Guide(qtbot, workplace)
    qtbot.waitUntil(again.panel.offer.isVisible)
    push(again.panel.offer.action)
    assert again.form.answers() == guide.form.answers()
    assert again.form.fields[Ask.FORMS].isVisibleTo(again.form.sections[2])


def test_a_registered_case_leaves_no_draft(
    qtbot: QtBot, guide: Guide, workplace: Workplace, bolivia: DeskInUse
) -> None:
    guide.answer()
    qtbot.waitUntil(lambda: PLACE in drafts(bolivia), timeout=10_000)
    guide.presenter._go(REVIEW)
    with qtbot.waitSignals([guide.presenter.registered, workplace.act_done], timeout=10_000):
        guide.onwards()
    qtbot.waitUntil(lambda: drafts(bolivia) == {})


def test_the_first_step_is_left_for_later(qtbot: QtBot, guide: Guide) -> None:
    with qtbot.waitSignal(guide.presenter.left):
        guide.panel.back.click()


def test_a_clerk_is_told_that_the_account_is_not_read_again(qtbot: QtBot, bolivia: DeskInUse, guide: Guide) -> None:
    told = "Una vez guardado, esta función no lo vuelve a leer."
    assert not any(told in text for text in texts(guide.panel))
    with sitting_of(bolivia, "berta") as workplace:
        assert workplace.roles == frozenset({Role.CLERK})
        clerk = Guide(qtbot, workplace)
        assert any(told in text for text in texts(clerk.panel))
        quiet(qtbot, workplace)


def test_the_guide_is_walked_at_every_step(qtbot: QtBot, guide: Guide) -> None:
    for step in range(REVIEW + 1):
        guide.answer()
        guide.presenter._go(step)
        assert unnamed(guide.panel) == []
        qtbot.waitUntil(lambda: low_targets(guide.panel) == [])


def test_the_steps_stand_beside_the_questions_where_there_is_room(guide: Guide) -> None:
    assert guide.panel.stepper.isVisible()
    guide.panel.resize(700, 600)
    assert not guide.panel.stepper.isVisible()


def drafts(bolivia: DeskInUse) -> dict[str, str]:
    return {draft.place: draft.text for draft in bolivia.accounts("ana").drafts()}
