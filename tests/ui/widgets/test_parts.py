import threading

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from justice_desk.foundations.progress import Progress
from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.shortcuts import Key, bind
from ui.theme import PaletteName, look
from ui.widgets.badge import Badge, State, Tone, paint_shape
from ui.widgets.buttons import Button, Kind
from ui.widgets.comfort import Comfort
from ui.widgets.dialogs import Confirmation
from ui.widgets.keys import KeySheet
from ui.widgets.notices import Banner, Callout, EmptyState
from ui.widgets.page import PageScaffold, SideBySide
from ui.widgets.rail import Entry, Rail
from ui.widgets.status import StatusLine
from ui.widgets.stepper import Standing, Step, Stepper, path
from ui.widgets.text import Elided, Line, Role, Text
from ui.widgets.work import WorkProgress

ENTRIES = [Entry("home", "Inicio", "home"), Entry("cases", "Casos", "cases")]


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", PaletteName)
def test_a_button_is_painted_in_every_state(
    qtbot: QtBot, appearance: Appearance, window: QWidget, kind: Kind, name: PaletteName
) -> None:
    appearance.paint(name)
    button = Button("Guardar & seguir", kind, "save", Key.SAVE, window)
    window.show()
    usual = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != usual
    button.setEnabled(True)
    button.setDown(True)
    assert button.grab().toImage() != usual
    button.setDown(False)
    with qtbot.waitActive(window):
        window.activateWindow()
    button.setFocus()
    assert button.grab().toImage() != usual
    assert spoken(button) == "Guardar & seguir"
    assert button.toolTip() == "Guardar & seguir (Ctrl+S)"


def test_a_button_can_change_its_meaning(window: QWidget) -> None:
    button = Button("Abrir", icon="unlock", parent=window)
    button.rename("Cerrar", "lock")
    assert spoken(button) == "Cerrar"
    button.rename("Otra vez")
    assert button.word == "Otra vez"


def test_text_is_never_taken_for_markup(window: QWidget) -> None:
    text = Text("<b>Ana</b> & <i>otra</i>", parent=window)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_long_text_wraps_and_a_line_does_not(window: QWidget) -> None:
    words = "palabra " * 40
    assert Text(words, parent=window).minimumSizeHint().width() < Line(words, parent=window).minimumSizeHint().width()


def test_a_line_that_is_cut_tells_the_whole_in_its_tooltip(window: QWidget) -> None:
    line = Elided("Una comunidad de nombre muy largo", Role.MUTED, window)
    line.resize(60, 30)
    window.show()
    line.grab()
    assert line.toolTip() == "Una comunidad de nombre muy largo"
    line.resize(600, 30)
    line.grab()
    assert line.toolTip() == ""


def test_a_state_is_told_by_its_word_and_by_a_shape_of_its_own(window: QWidget) -> None:
    badge = Badge(State("Borrador"), window)
    window.show()
    assert badge.accessibleName() == "Borrador"
    badge.show_state(State("Remitido", Tone.GOOD))
    assert badge.accessibleName() == "Remitido"
    badge.grab()
    shapes = []
    for tone in Tone:
        picture = QImage(40, 40, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_shape(painter, QRectF(4, 4, 32, 32), tone, "#000000")
        painter.end()
        shapes.append(bytes(picture.constBits()))
    assert len(set(shapes)) == len(Tone)


def test_a_banner_says_what_can_be_done_and_goes_when_it_is_read(qtbot: QtBot, window: QWidget) -> None:
    banner = Banner("Hay un plazo.", Tone.WARNING, "Ver", dismissible=True, parent=window)
    window.show()
    with qtbot.waitSignal(banner.asked):
        banner.action.click()
    with qtbot.waitSignal(banner.dismissed):
        banner.dismiss.click()
    assert not banner.isVisible()
    banner.say("Otro plazo.")
    assert banner.isVisible()
    assert banner.accessibleName() == "Otro plazo."
    banner.say("")
    assert not banner.isVisible()
    assert unnamed(window) == []


@pytest.mark.parametrize("tone", Tone)
def test_a_callout_stands_on_the_ground_of_its_tone(window: QWidget, tone: Tone) -> None:
    callout = Callout("Algo que saber.", tone, "Título", parent=window)
    window.show()
    assert callout.accessibleName() == "Título"
    callout.grab()


def test_an_empty_place_says_how_something_comes_there(qtbot: QtBot, window: QWidget) -> None:
    empty = EmptyState("handoffs", "Nada todavía", "Aquí aparecerá.", "Empezar", window)
    window.show()
    with qtbot.waitSignal(empty.asked):
        empty.action.click()
    empty.grab()


def test_a_path_shows_what_is_done_and_what_is_ahead(window: QWidget) -> None:
    steps = path(["Registrar", "Avisar", "Remitir"], 1)
    assert [step.standing for step in steps] == [Standing.DONE, Standing.CURRENT, Standing.AHEAD]
    stepper = Stepper(steps, window)
    window.show()
    assert stepper.accessibleName() == "Paso 2 de 3: Avisar"
    stepper.grab()
    assert stepper.heightForWidth(60) > stepper.heightForWidth(600) - 1
    assert stepper.minimumSizeHint().width() < stepper.sizeHint().width() + 200
    stepper.show_steps((Step("Registrar", Standing.DONE),))
    assert stepper.accessibleName() == "1 pasos"


def test_parts_stand_below_each_other_where_they_would_be_too_narrow(window: QWidget) -> None:
    one, two = Text("uno"), Text("dos")
    row = SideBySide(one, two, narrowest=200)
    row.setParent(window)
    window.show()
    row.resize(800, 200)
    QApplication.processEvents()
    assert one.y() == two.y()
    row.resize(300, 200)
    QApplication.processEvents()
    assert one.y() < two.y()
    assert row.minimumSizeHint().width() < 400


def test_a_page_holds_its_parts(qtbot: QtBot, appearance: Appearance) -> None:
    page = PageScaffold("Título", "Debajo")
    qtbot.addWidget(page)
    badge = page.beside_title(Badge(State("Borrador")))
    banner = page.notice(Banner("Aviso", Tone.WARNING))
    page.section("Primera", "Con explicación")
    page.section("Segunda")
    text = page.add(Text("palabras " * 60))
    back, forward = Button("Atrás"), Button("Guardar y seguir", Kind.PRIMARY)
    page.action_bar(back, forward=(forward,))
    page.action_bar(forward=(Button("Otra"),))
    page.resize(1200, 700)
    page.show()
    QApplication.processEvents()
    assert all(part.isVisible() for part in (badge, banner, text, back, forward))
    assert text.width() <= 720
    appearance.resize(200)
    page.resize(380, 500)
    QApplication.processEvents()
    assert forward.mapTo(page, forward.rect().topLeft()).y() < back.mapTo(page, back.rect().topLeft()).y()
    assert low_targets(page) == []
    page.body.empty()
    QApplication.processEvents()
    assert page.body.parts.count() == 0


def test_a_wide_page_gives_its_table_the_whole_width(qtbot: QtBot, appearance: Appearance) -> None:
    page = PageScaffold("Título", wide=True)
    qtbot.addWidget(page)
    part = page.add(QWidget(), stretch=1)
    page.resize(1200, 700)
    page.show()
    QApplication.processEvents()
    assert part.width() > 1000
    assert part.height() > 400


def test_the_rail_asks_for_the_page_that_was_pressed(qtbot: QtBot, appearance: Appearance) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    rail.resize(200, 400)
    rail.show()
    rail.open("home")
    with qtbot.waitSignal(rail.asked) as asked:
        QTest.mouseClick(rail._buttons["cases"], Qt.MouseButton.LeftButton)
    assert asked.args == ["cases"]
    assert rail._buttons["home"].isChecked()
    assert rail._buttons["home"].toolTip() == "Inicio (Alt+1)"
    assert unnamed(rail) == []
    assert low_targets(rail) == []


def test_the_rail_tells_what_waits_by_a_number_and_in_words(qtbot: QtBot, appearance: Appearance) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    rail.show()
    rail.count("cases", 3)
    assert spoken(rail._buttons["cases"]) == "Casos: 3 por atender"
    rail.count("cases", 0)
    assert spoken(rail._buttons["cases"]) == "Casos"
    rail.count("nowhere", 3)


@pytest.mark.parametrize("narrow", [True, False])
def test_a_narrow_rail_keeps_its_words(qtbot: QtBot, appearance: Appearance, narrow: bool) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    rail.resize(200, 90)
    rail.show()
    rail.narrow(narrow=narrow)
    rail.count("home", 12)
    rail.open("home")
    with qtbot.waitActive(rail):
        rail.activateWindow()
    rail._buttons["cases"].setFocus()
    rail.grab()
    wide = rail.width()
    appearance.resize(200)
    assert rail.width() > wide
    rail.grab()


def test_the_status_line_says_short_things_in_one_row(window: QWidget) -> None:
    line = StatusLine(window)
    line.remark("kept", "Guardado 15:42")
    line.remark("drafts", "Borradores: 2")
    assert line.text() == "Guardado 15:42 · Borradores: 2"
    line.remark("kept", "")
    assert line.text() == "Borradores: 2"


def test_a_confirmation_asks_once_and_its_harmless_answer_is_first(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    asked = Confirmation("¿Sellar?", "No se puede deshacer.", "Sellar", window)
    asked.open()
    assert asked.windowTitle() == "Justice Desk"
    assert asked.focusWidget() is asked.back
    with qtbot.waitSignal(asked.confirmed):
        asked.yes.click()
    refused = Confirmation("¿Borrar?", "No se puede deshacer.", "Borrar", window, danger=True)
    heard: list[str] = []
    refused.confirmed.connect(lambda: heard.append("yes"))
    refused.open()
    assert unnamed(refused) == []
    QTest.keyClick(refused, Qt.Key.Key_Escape)
    assert heard == []


def test_a_dialog_grows_with_the_text(qtbot: QtBot, window: QWidget, appearance: Appearance) -> None:
    window.show()
    asked = Confirmation("¿Sellar?", "No se puede deshacer.", "Sellar", window)
    asked.open()
    narrow = asked.minimumWidth()
    appearance.resize(150)
    QApplication.processEvents()
    assert asked.minimumWidth() > narrow
    asked.close()


def test_the_sheet_of_keys_lists_only_what_is_bound(qtbot: QtBot, window: QWidget) -> None:
    bind(window, Key.LOCK, window.close)
    window.show()
    sheet = KeySheet(window, 3)
    sheet.open()
    texts = [label.text() for label in sheet.findChildren(Line)]
    assert "Bloquear el despacho" in texts
    assert "Alt+1 … Alt+3" in texts
    assert "Buscar" not in texts
    sheet.close_sheet.click()
    without_pages = KeySheet(window, 0)
    assert "Página de la barra" not in [label.text() for label in without_pages.findChildren(Line)]


def test_work_under_way_is_shown_and_can_be_stopped(qtbot: QtBot, window: QWidget, jobs: Jobs) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.step(1, 4)
        entered.set()
        assert go_on.wait(20)
        progress.step(4, 4)

    shown = WorkProgress("Sellando…", parent=window)
    window.show()
    shown.stop.click()
    job = jobs.run_long(work)
    shown.watch(job)
    assert shown.isVisible()
    assert entered.wait(20)
    qtbot.waitUntil(lambda: shown.bar.value() == 1)
    assert shown.bar.maximum() == 4
    with qtbot.waitSignal(shown.cancelled):
        shown.stop.click()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert not shown.isVisible()
    assert unnamed(window) == []


def test_language_size_and_colours_are_at_hand(qtbot: QtBot, window: QWidget, appearance: Appearance) -> None:
    comfort = Comfort(appearance, window)
    window.show()
    QTest.keyClick(comfort.palette_choice, Qt.Key.Key_O)
    assert look().name is PaletteName.DARK
    appearance.paint(PaletteName.CONTRAST)
    assert comfort.palette_choice.value() == "contrast"
    QTest.keyClick(comfort.language, Qt.Key.Key_E)
    assert unnamed(window) == []
