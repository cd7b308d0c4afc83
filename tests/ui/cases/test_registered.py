from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.cases.at_hand import put_up, texts
from tests.ui.keyboard import press, push
from tests.ui.walker import low_targets, unnamed
from ui.cases.registered import Registered, RegisteredPanel
from ui.widgets.buttons import Button
from ui.workplace import Workplace


def panel_of(qtbot: QtBot, workplace: Workplace, *, suspicion: bool, missing: bool = False) -> RegisteredPanel:
    desk = workplace.desk
    case = desk.cases.register(intake(suspicion=suspicion, missing_person=missing))
    saved = Registered(case, desk.communities.profile(), desk.danger_card(), workplace.clock())
    panel = RegisteredPanel(saved, workplace.zone)
    put_up(qtbot, panel)
    return panel


def test_an_excluded_case_says_calmly_what_comes_next(qtbot: QtBot, workplace: Workplace) -> None:
    panel = panel_of(qtbot, workplace, suspicion=True)
    said = texts(panel)
    assert "Este caso debe remitirse" in said
    assert {"700 00 001", "110"} <= set(said)
    assert [text for text in said if text.startswith("Dar el aviso")] == ["Dar el aviso verbal, ahora"]
    assert "Remisión escrita al Ministerio Público" in said
    assert unnamed(panel) == []
    assert low_targets(panel) == []


def test_each_step_leads_to_where_it_is_done(qtbot: QtBot, workplace: Workplace) -> None:
    panel = panel_of(qtbot, workplace, suspicion=True)
    asked: list[str] = []
    panel.tab_requested.connect(asked.append)
    assert panel.go.hasFocus()
    press(Qt.Key.Key_Space)
    for step in panel.steps:
        button = step.findChild(Button)
        assert isinstance(button, Button)
        push(button)
    assert asked == ["summary", "handoff", "people", "hearings", "handoff"]


def test_a_case_without_suspicion_says_who_decides(qtbot: QtBot, workplace: Workplace) -> None:
    panel = panel_of(qtbot, workplace, suspicion=False)
    said = texts(panel)
    assert "El caso está registrado" in said
    assert "Decidir a quién corresponde el asunto" in said
    assert "700 00 001" not in said
    assert "Los plazos que corren" not in said


def test_somebody_missing_starts_a_deadline_without_any_suspicion(qtbot: QtBot, workplace: Workplace) -> None:
    said = texts(panel_of(qtbot, workplace, suspicion=False, missing=True))
    assert "Aviso inmediato de persona desaparecida" in said


def test_a_desk_without_danger_numbers_still_says_to_give_notice(
    qtbot: QtBot, workplace: Workplace, bolivia: DeskInUse
) -> None:
    desk = workplace.desk
    saved = Registered(bolivia.suspected(), desk.communities.profile(), None, workplace.clock())
    panel = RegisteredPanel(replace(saved), workplace.zone)
    qtbot.addWidget(panel)
    assert "Dar el aviso verbal, ahora" in texts(panel)
