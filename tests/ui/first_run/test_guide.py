from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.accounts.passphrases import NEEDED_SCORE
from justice_desk.accounts.rules import Role
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse
from tests.ui.conftest import entrance_to
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import OpenedDesk
from ui.first_run import sheets as sheets_on_screen
from ui.first_run.guide import CODE, PASSPHRASE, PROOF, FoundingGuide
from ui.first_run.keys import CodeStep, PassphraseStep, TypeBackStep
from ui.first_run.sheets import PrintSheets
from ui.first_run.steps import CommunityStep, CountryStep, DangerStep, LanguageStep, PersonStep
from ui.theme import PaletteName, look

STRONG = "telar ventana rocio 52"
COUNTRY, COMMUNITY, DANGER, PERSON = 1, 2, 3, 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "founded" / "store"


@pytest.fixture
def guide(qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, folder: Path) -> FoundingGuide:
    folder.parent.mkdir()
    made = FoundingGuide(entrance_to(folder, bolivia), jobs, appearance)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def go_on(guide: FoundingGuide) -> int:
    guide.panel.forward.click()
    return guide.panel.place


def wait_for(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)


def answer(guide: FoundingGuide, up_to: int) -> None:
    for step in guide.panel.steps[:up_to]:
        if isinstance(step, CountryStep):
            step.country.choose("bo")
        elif isinstance(step, CommunityStep):
            step.community.setText("Ayllu Ejemplo")
            step.municipality.setText("Municipio Ficticio")
            step.place_code.setText("051299")
            step.office.setText("Mallku")
        elif isinstance(step, DangerStep):
            for place, number in enumerate(("110", "700 00 001")):
                step.labels[place].setText(f"Quien atiende {place}")
                step.numbers[place].setText(number)
                step.answered[place].setChecked(True)
        elif isinstance(step, PersonStep):
            step.name.setText("Ana Ejemplo")
            step.roles.tick({Role.AUTHORITY, Role.LIAISON})
        elif isinstance(step, PassphraseStep):
            step.passphrase.edit.setText(STRONG)
            step.repeated.edit.setText(STRONG)
        go_on(guide)


def make(qtbot: QtBot, guide: FoundingGuide, jobs: Jobs) -> list[str]:
    answer(guide, CODE)
    wait_for(qtbot, jobs)
    assert guide.panel.place == CODE
    shown = guide.panel.steps[CODE]
    assert isinstance(shown, CodeStep)
    texts = [label.text() for label in shown.findChildren(QLabel)]
    return [text for text in texts if text.count("-") == 2]


def type_back(guide: FoundingGuide, rows: list[str]) -> None:
    proof = guide.panel.steps[PROOF]
    assert isinstance(proof, TypeBackStep)
    for name, edit in proof.form._edits.items():
        edit.setText(rows[int(name.removeprefix("row")) - 1])


def faults(guide: FoundingGuide) -> set[str]:
    step = guide.panel.steps[guide.panel.place]
    form = getattr(step, "form")  # noqa: B009 - each step has a form of its own
    return {name for name, field in form.fields.items() if field.error.text()}


def test_a_desk_is_founded_step_by_step_and_opens(
    qtbot: QtBot, guide: FoundingGuide, jobs: Jobs, folder: Path, bolivia: DeskInUse
) -> None:
    opened: list[OpenedDesk] = []
    guide.founded.connect(opened.append)
    rows = make(qtbot, guide, jobs)
    assert len(rows) == 4
    assert not folder.exists()
    assert go_on(guide) == PROOF
    assert guide.panel.forward.word == "Crear el despacho"
    type_back(guide, [row.lower().replace("-", " ").replace("0", "o") for row in rows])
    go_on(guide)
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    assert opened[0].community == "Ayllu Ejemplo"
    assert opened[0].roles == {Role.AUTHORITY, Role.LIAISON}
    assert str(opened[0].zone) == "America/La_Paz"
    opened[0].desk.close()
    card = bootstrap.danger_card(folder)
    assert card is not None
    assert [number.number for number in card.numbers] == ["110", "700 00 001"]
    assert card.language == "es"
    bootstrap.open_desk(folder, "Ana Ejemplo", STRONG, bolivia.clock).close()


def test_the_store_takes_no_place_before_the_sheet_is_proven(
    qtbot: QtBot, guide: FoundingGuide, jobs: Jobs, folder: Path
) -> None:
    rows = make(qtbot, guide, jobs)
    go_on(guide)
    type_back(guide, [row[::-1] for row in rows])
    assert go_on(guide) == PROOF
    assert len(faults(guide)) == 2
    assert not folder.exists()
    guide.leave()
    assert list(folder.parent.iterdir()) == []
    guide.leave()


def test_changing_an_answer_makes_another_code(qtbot: QtBot, guide: FoundingGuide, jobs: Jobs) -> None:
    first = make(qtbot, guide, jobs)
    guide.panel.back.click()
    assert guide.panel.place == PASSPHRASE
    go_on(guide)
    wait_for(qtbot, jobs)
    second = guide._founding
    assert second is not None
    assert second.recovery_code.splitlines() != first
    guide.leave()


def test_an_empty_step_is_not_passed_and_says_what_it_lacks(guide: FoundingGuide) -> None:
    go_on(guide)
    assert go_on(guide) == COUNTRY
    assert faults(guide) == {"country"}
    answer(guide, 0)
    country = guide.panel.steps[COUNTRY]
    assert isinstance(country, CountryStep)
    country.country.choose("gt")
    assert go_on(guide) == COMMUNITY
    assert go_on(guide) == COMMUNITY
    assert faults(guide) == {"community", "municipality", "office", "place_code"}


def test_a_country_offers_its_titles_and_takes_any_other(guide: FoundingGuide) -> None:
    answer(guide, COMMUNITY)
    step = guide.panel.steps[COMMUNITY]
    assert isinstance(step, CommunityStep)
    model = step.office.completer().model()
    assert "Mallku" in [model.index(row, 0).data() for row in range(model.rowCount())]
    step.desk_code.setText("??")
    go_on(guide)
    assert "desk_code" in faults(guide)


def test_a_telephone_that_was_not_called_is_not_taken(guide: FoundingGuide) -> None:
    answer(guide, DANGER)
    assert go_on(guide) == DANGER
    assert faults(guide) == {"label1", "number1", "answered1", "label2", "number2", "answered2"}
    step = guide.panel.steps[DANGER]
    assert isinstance(step, DangerStep)
    step.labels[0].setText("Defensora")
    step.numbers[0].setText("no number")
    go_on(guide)
    assert "number1" in faults(guide)
    assert "label1" not in faults(guide)


def test_a_person_needs_a_name_and_a_role(guide: FoundingGuide) -> None:
    answer(guide, PERSON)
    assert go_on(guide) == PERSON
    assert faults(guide) == {"name", "roles"}


def test_a_passphrase_is_judged_while_it_is_typed(qtbot: QtBot, guide: FoundingGuide, jobs: Jobs) -> None:
    answer(guide, PASSPHRASE)
    step = guide.panel.steps[PASSPHRASE]
    assert isinstance(step, PassphraseStep)
    assert step.verdict.text() == "Escriba varias palabras."
    QTest.keyClicks(step.passphrase.edit, "ana")
    qtbot.waitUntil(lambda: step.verdict.text() == "Todavía corta: agregue palabras.")
    step.passphrase.edit.setText(STRONG)
    qtbot.waitUntil(lambda: step.bar.score >= NEEDED_SCORE)
    step.bar.grab()


def test_a_weak_passphrase_and_two_that_differ_are_not_taken(qtbot: QtBot, guide: FoundingGuide) -> None:
    answer(guide, PASSPHRASE)
    step = guide.panel.steps[PASSPHRASE]
    assert isinstance(step, PassphraseStep)
    step.passphrase.edit.setText("12345678")
    assert go_on(guide) == PASSPHRASE
    assert faults(guide) == {"passphrase"}
    step.make.click()
    assert step.repeated.edit.hasFocus()
    assert len(step.passphrase.value().split()) == 6
    assert go_on(guide) == PASSPHRASE
    assert faults(guide) == {"repeated"}


def test_a_place_that_does_not_do_is_told_over_the_step(
    qtbot: QtBot, guide: FoundingGuide, jobs: Jobs, folder: Path
) -> None:
    folder.mkdir()
    (folder / "store.db").write_bytes(b"somebody's")
    answer(guide, CODE)
    wait_for(qtbot, jobs)
    assert guide.panel.place == PASSPHRASE
    assert "Ya hay un despacho" in guide.panel.banner.text.text()
    assert guide.panel.forward.isEnabled()


def test_language_text_and_colours_change_at_once_and_answers_stay(
    qtbot: QtBot, guide: FoundingGuide, appearance: Appearance
) -> None:
    answer(guide, PERSON)
    while guide.panel.place:
        guide.panel.back.click()
    first = guide.panel.steps[0]
    assert isinstance(first, LanguageStep)
    first.palettes.choose(PaletteName.DARK)
    assert look().name is PaletteName.DARK
    first.language.choose("en")
    assert appearance.language == "en"
    guide.speak_anew()
    assert guide.panel.steps[0].title.text() == "Language and text"
    community = guide.panel.steps[COMMUNITY]
    assert isinstance(community, CommunityStep)
    assert community.community.value() == "Ayllu Ejemplo"
    danger = guide.panel.steps[DANGER]
    assert isinstance(danger, DangerStep)
    assert danger.answered[0].isChecked()


def test_the_code_is_shown_again_after_the_language_changed(qtbot: QtBot, guide: FoundingGuide, jobs: Jobs) -> None:
    rows = make(qtbot, guide, jobs)
    guide.speak_anew()
    assert guide.panel.place == CODE
    texts = [label.text() for label in guide.panel.steps[CODE].findChildren(QLabel)]
    assert set(rows) <= set(texts)
    guide.leave()


def test_the_path_stands_beside_the_step_or_in_one_line_over_it(guide: FoundingGuide, appearance: Appearance) -> None:
    assert guide.panel.stepper.isVisible()
    appearance.resize(200)
    QApplication.processEvents()
    assert not guide.panel.stepper.isVisible()
    assert guide.panel.where.text() == "Paso 1 de 8"
    appearance.resize(100)
    guide.resize(900, 560)
    QApplication.processEvents()
    assert guide.panel.where.isVisible()


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_everything_has_a_name_and_is_a_target_at_every_step(
    guide: FoundingGuide, appearance: Appearance, percent: int
) -> None:
    appearance.resize(percent)
    guide.resize(1024, 576)
    for place in range(len(guide.panel.steps)):
        guide.panel.show_step(place)
        QApplication.processEvents()
        assert unnamed(guide) == []
        assert low_targets(guide) == []
    assert (guide.width(), guide.height()) == (1024, 576)


def test_a_proof_before_there_is_a_code_has_nothing_to_ask(guide: FoundingGuide) -> None:
    guide.panel.show_step(PROOF)
    with pytest.raises(RuntimeError):
        guide._take_place()
    QTest.keyClick(guide, Qt.Key.Key_Tab)


def test_three_sheets_are_printed_and_proven(
    qtbot: QtBot, guide: FoundingGuide, jobs: Jobs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(sheets_on_screen, "printers", lambda: ("Impresora",))
    monkeypatch.setattr(sheets_on_screen, "send", lambda pdf, *_more: sent.append(pdf))
    guide._print()
    step = guide.panel.steps[PASSPHRASE]
    assert isinstance(step, PassphraseStep)
    step.paper.kind.choose(Paper.SHARES)
    answer(guide, CODE)
    wait_for(qtbot, jobs)
    founding = guide._founding
    assert founding is not None
    assert founding.paper.sheets.kind is Paper.SHARES
    shown = guide.panel.steps[CODE]
    assert isinstance(shown, CodeStep)
    shown.print.click()
    printing = next(iter(guide.findChildren(PrintSheets)))
    printing.start.click()
    wait_for(qtbot, jobs)
    assert sent[0].startswith(b"%PDF")
    go_on(guide)
    proof = guide.panel.steps[PROOF]
    assert isinstance(proof, TypeBackStep)
    opened: list[OpenedDesk] = []
    guide.founded.connect(opened.append)
    for name, edit in proof.form._edits.items():
        edit.setText(proof.form._wanted[name])
    go_on(guide)
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    opened[0].desk.close()
    assert bootstrap.paper_of(folder) is Paper.SHARES
