from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.accounts.rules import OnPaper, UseCase
from justice_desk.cases.rules import CaseState, DeadlineAbsent, Outcome, StateOutOfOrder
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, TermId
from tests.desks import DeskInUse
from tests.intakes import CANARY, own_matter
from tests.ui.cases.at_hand import put_up, quiet, sitting_of, texts
from tests.ui.conftest import Signposts
from tests.ui.keyboard import choose, hotkey, press, push, reach, write
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.cases import faces, summary_panel
from ui.cases.deeds import AlertForm, AssessmentForm, MetForm
from ui.cases.faces import FacePresenter, FormFace
from ui.cases.readers import ReadersDialog
from ui.cases.summary import SummaryTab
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.workplace import Workplace


def tab_of(qtbot: QtBot, workplace: Workplace, case: CaseId) -> SummaryTab:
    tab = SummaryTab(workplace, case)
    put_up(qtbot, tab, height=900)
    tab.entering()
    qtbot.waitUntil(lambda: tab._presenter._file is not None)
    quiet(qtbot, workplace)
    return tab


def may_assess(tab: SummaryTab) -> bool:
    file = tab._presenter._file
    return file is not None and UseCase.ASSESS_COMPETENCE in file.may


def form_in_front(tab: SummaryTab) -> FormFace:
    face = tab.currentWidget()
    assert isinstance(face, FormFace)
    return face


def presenter_of(face: FormFace) -> FacePresenter:
    (found,) = [child for child in face.children() if isinstance(child, FacePresenter)]
    return found


def told_in_boxes(monkeypatch: pytest.MonkeyPatch) -> list[DeskError]:
    told: list[DeskError] = []
    monkeypatch.setattr(faces, "tell", lambda _window, error: told.append(error))
    return told


def test_the_summary_of_an_excluded_case_leads_on(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, signposts: Signposts
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    said = texts(tab.panel)
    assert "Ahora: Dar el aviso verbal" in said
    assert CANARY in said
    assert "Trata y tráfico de personas" in said
    assert not tab.panel.findChildren(AlertForm)
    assert tab.panel.onwards is not None
    push(tab.panel.onwards)
    reach(tab.panel.rows.rows[0])
    press(Qt.Key.Key_Return)
    assert signposts.asked == [("case", case, "handoff"), ("case", case, "people")]
    assert unnamed(tab) == []
    qtbot.waitUntil(lambda: low_targets(tab) == [])


def test_a_clerk_does_not_see_what_was_told_and_is_told_why(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    with sitting_of(bolivia, "berta") as workplace:
        tab = tab_of(qtbot, workplace, case)
        said = texts(tab.panel)
        assert CANARY not in said
        assert any("esta función no lo lee" in text for text in said)
        assert tab.panel.readers is not None
        quiet(qtbot, workplace)


def test_only_an_authority_decides_whose_matter_it_is(qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    with sitting_of(bolivia, "berta") as workplace:
        tab = tab_of(qtbot, workplace, case)
        assert tab.panel.onwards is None
        assert "Lo decide una autoridad de la comunidad. Conviene avisarle hoy." in texts(tab.panel)
        quiet(qtbot, workplace)


def test_a_deadline_is_noted_as_met_in_one_line(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    (met, *_) = [one for one in tab.panel.deadlines.findChildren(Button) if one.word == "Anotar como cumplido"]
    push(met)
    form = form_in_front(tab)
    assert isinstance(form, MetForm)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.form.fields["note"].error.text()))
    write(form.note, "Se avisó por teléfono (ficticio)")
    with qtbot.waitSignal(workplace.act_done):
        press(Qt.Key.Key_Return)
    assert tab.currentWidget() is tab.panel
    qtbot.waitUntil(lambda: "Se avisó por teléfono (ficticio)" in texts(tab.panel))
    assert "Cumplido" in [badge.state.word for badge in tab.panel.findChildren(Badge)]
    assert "Ahora: Dar el aviso verbal" not in texts(tab.panel)


def test_the_alert_makes_a_case_one_that_must_be_remitted(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.unclear().id
    tab = tab_of(qtbot, workplace, case)
    assert tab.panel.alert is not None
    push(tab.panel.alert)
    form = form_in_front(tab)
    assert isinstance(form, AlertForm)
    hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: bool(form.form.fields["reason"].error.text()))
    write(form.reason, "T-01 oyó hablar de una entrega")
    reach(form.exploitation)
    press(Qt.Key.Key_Space)
    with qtbot.waitSignal(workplace.act_done):
        hotkey("Ctrl+S")
    qtbot.waitUntil(lambda: "T-01 oyó hablar de una entrega" in texts(tab.panel))
    assert not tab.panel.findChildren(AlertForm)
    found = bolivia.cases().case(case)
    assert found.state is CaseState.MUST_REMIT
    assert len(found.exploitation) == 1


def test_whose_matter_it_is_is_decided_with_the_three_scopes(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.unclear().id
    tab = tab_of(qtbot, workplace, case)
    assert tab.panel.onwards is not None
    push(tab.panel.onwards)
    form = form_in_front(tab)
    assert isinstance(form, AssessmentForm)
    hotkey("Ctrl+S")
    faults = {name for name, field in form.form.fields.items() if field.error.text()}
    assert faults == {"outcome", "reason", "personal", "material", "territorial"}
    choose(form.outcome, Outcome.OWN_MATTER)
    assert not form.form.fields["exclusions"].isVisible()
    write(form.reason, "Un lindero entre dos familias")
    for scope, editor in form.scopes.items():
        write(editor, f"ámbito {scope}")
    with qtbot.waitSignal(workplace.act_done):
        hotkey("Ctrl+Return")
    qtbot.waitUntil(lambda: "ámbito material" in texts(tab.panel))
    assert bolivia.cases().case(case).state is CaseState.OWN_MATTER


def test_what_takes_a_case_to_the_prosecutor_must_be_named(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    tab = tab_of(qtbot, workplace, bolivia.unclear().id)
    tab._presenter._assess()
    form = form_in_front(tab)
    assert isinstance(form, AssessmentForm)
    form.outcome.choose(Outcome.MUST_REMIT)
    assert "exclusions" in form.blank()
    form.exclusions.tick(["violacion"])
    assert form.assessment().exclusions == ("violacion",)
    form.outcome.choose(Outcome.IN_DOUBT)
    assert form.assessment().exclusions == ()


def test_a_country_that_asks_no_scopes_is_asked_for_none(
    qtbot: QtBot, guatemala: DeskInUse, appearance: Appearance
) -> None:
    case = guatemala.unclear().id
    with sitting_of(guatemala, "ana") as workplace:
        tab = tab_of(qtbot, workplace, case)
        tab._presenter._assess()
        form = form_in_front(tab)
        assert isinstance(form, AssessmentForm)
        assert form.scopes == {}
        said = " ".join(texts(tab)).lower()
        assert not any(word in said for word in ("jurisdicción", "competencia", "declinatoria"))
        quiet(qtbot, workplace)


def test_what_the_service_refuses_is_told(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = told_in_boxes(monkeypatch)
    case = bolivia.unclear().id
    tab = tab_of(qtbot, workplace, case)
    tab._presenter._assess()
    form = form_in_front(tab)
    assert isinstance(form, AssessmentForm)
    form.outcome.choose(Outcome.IN_DOUBT)
    form.reason.setPlainText("No se sabe")
    for editor in form.scopes.values():
        editor.setPlainText("No se sabe")
    bolivia.cases().assess(case, own_matter())
    form.save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], StateOutOfOrder)
    assert form.save.isEnabled()
    assert form_in_front(tab) is form


def test_the_summary_leads_to_those_who_can_read_the_case(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    tab = tab_of(qtbot, workplace, bolivia.suspected().id)
    assert tab.panel.readers is not None
    tab.panel.readers.click()
    dialog = tab.findChild(ReadersDialog)
    assert isinstance(dialog, ReadersDialog)
    quiet(qtbot, workplace)


def test_a_form_that_is_left_comes_back_with_what_was_typed(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    view = bolivia.cases().case(case).deadlines[0]
    tab.panel.met_requested.emit(view)
    form = form_in_front(tab)
    assert isinstance(form, MetForm)
    form.note.setText("a medio escribir")
    form.back.click()
    qtbot.waitUntil(tab.panel.offer.isVisible)
    push(tab.panel.offer.action)
    again = form_in_front(tab)
    assert isinstance(again, MetForm)
    qtbot.waitUntil(lambda: again.note.value() == "a medio escribir")


@pytest.mark.parametrize("place", ["alert", "assessment", "deadline_met:NADA:"])
def test_drafts_of_an_earlier_sitting_are_found(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, place: str
) -> None:
    case = bolivia.unclear().id
    kind, *more = place.split(":", 1)
    bolivia.accounts("ana").keep_draft(":".join((kind, case, *more)), '{"reason": "de antes", "outcome": "duda"}')
    tab = tab_of(qtbot, workplace, case)
    qtbot.waitUntil(tab.panel.offer.isVisible)
    tab.panel.offer.asked.emit()
    if kind == "deadline_met":
        assert tab.currentWidget() is tab.panel
        return
    form = form_in_front(tab)
    qtbot.waitUntil(lambda: "de antes" in presenter_of(form).draft.text())


def test_a_draft_can_be_thrown_away(qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    bolivia.accounts("ana").keep_draft(f"alert:{case}", '{"reason": "de antes"}')
    tab = tab_of(qtbot, workplace, case)
    qtbot.waitUntil(tab.panel.offer.isVisible)
    tab.panel.offer.dismiss.click()
    qtbot.waitUntil(lambda: not bolivia.accounts("ana").drafts())
    qtbot.waitUntil(lambda: not tab.panel.offer.isVisible())


def test_a_deadline_that_no_longer_runs_is_refused_kindly(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = told_in_boxes(monkeypatch)
    case = bolivia.suspected().id
    tab = tab_of(qtbot, workplace, case)
    view = bolivia.cases().case(case).deadlines[0]
    bolivia.cases().note_met(case, view.kind, view.subject, "ya estaba")
    tab.panel.met_requested.emit(view)
    form = form_in_front(tab)
    assert isinstance(form, MetForm)
    form.note.setText("otra vez")
    form.save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], DeadlineAbsent)


def test_a_case_that_is_gone_says_so(qtbot: QtBot, workplace: Workplace) -> None:
    tab = SummaryTab(workplace, CaseId("nowhere"))
    qtbot.addWidget(tab)
    tab.entering()
    tab._presenter._assess()
    tab._presenter._alert()
    tab._presenter._show_readers()
    quiet(qtbot, workplace)
    qtbot.waitUntil(lambda: "Este caso no está aquí" in tab.panel.words.text())


def test_a_case_without_deadlines_says_so_and_one_that_lacks_nothing_is_calm(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = bolivia.unclear().id
    tab = tab_of(qtbot, workplace, case)
    assert "En este caso no corre ningún plazo." in texts(tab.panel)
    monkeypatch.setattr(summary_panel, "lacking", lambda _file: ())
    tab.entering()
    qtbot.waitUntil(lambda: "Por ahora no falta nada. Los plazos dicen cuándo preguntar de nuevo." in texts(tab.panel))


def test_an_act_elsewhere_is_followed_only_while_the_tab_is_seen(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    case = bolivia.unclear().id
    tab = tab_of(qtbot, workplace, case)
    before = tab._presenter._file
    tab.hide()
    workplace.act_done.emit()
    quiet(qtbot, workplace)
    assert tab._presenter._file is before


def test_a_clerk_decides_whose_matter_it_is_as_an_authority_signed_it_on_paper(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse
) -> None:
    case = bolivia.unclear().id
    with sitting_of(bolivia, "berta") as workplace:
        tab = tab_of(qtbot, workplace, case)
        assert not may_assess(tab)
        paper = replace(workplace.desk.persons, paper=OnPaper(TermId("term"), "libro 2, folio 14"))
        workplace.take_desk(bootstrap.wired(paper), "Firmado en papel")
        qtbot.waitUntil(lambda: may_assess(tab))
        quiet(qtbot, workplace)
