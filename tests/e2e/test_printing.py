from collections.abc import Iterator
from pathlib import Path

import pytest

from justice_desk import bootstrap
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.clock import system_clock
from tests.e2e.printer import NAME, Printer, printer_at_hand
from tests.e2e.stage import Stage, on_stage
from ui.commands.story import Story, protect, register

pytestmark = pytest.mark.e2e
STORY = Story("bo")
PASSPHRASE = "lamina corteza nube 41"
FOUNDER = STORY.founding(PASSPHRASE, system_clock()).name
PURPOSE = "Para el cuaderno del caso"
OFICIO = (216, 330)
"""Millimetres of the sheet of Bolivian offices."""


@pytest.fixture
def printer() -> Iterator[Printer]:
    with printer_at_hand() as made:
        yield made


def founded(home: Path) -> tuple[Path, DocumentView]:
    folder = home / "share/justice-desk/store"
    desk = bootstrap.found(folder, STORY.founding(PASSPHRASE, system_clock()), system_clock).take_place()
    try:
        case = register(desk, STORY, system_clock)
        return folder, desk.documents.issue_acta(case, protect(desk, STORY, case, system_clock).id)
    finally:
        desk.close()


def prints_of(folder: Path) -> list[tuple[str, bool]]:
    desk = bootstrap.open_desk(folder, FOUNDER, PASSPHRASE, system_clock)
    try:
        return [(one.printer, one.came_out) for document in desk.documents.register() for one in document.prints]
    finally:
        desk.close()


def open_documents(stage: Stage) -> None:
    stage.sign_in(FOUNDER, PASSPHRASE)
    stage.keys("alt+3")
    stage.wait_for("Todavía no se imprimió")


def send(stage: Stage) -> None:
    stage.press("Imprimir: ACTA")
    stage.wait_for(NAME)
    stage.focus("¿Para quién y para qué?")
    stage.write(PURPOSE)
    stage.picture("asked")
    stage.keys("Tab", "Tab", "space")


def refused(stage: Stage, words: str) -> None:
    send(stage)
    stage.wait_for(words)
    stage.picture(words.replace(" ", "-"))
    stage.press("Entendido")
    stage.press("Volver")


def test_an_acta_goes_to_a_printer_whole_under_a_title_that_names_nobody(tmp_path: Path, printer: Printer) -> None:
    folder, acta = founded(tmp_path / "home")
    with on_stage(tmp_path, more=printer.environment) as stage:
        open_documents(stage)
        send(stage)
        stage.wait_for("El documento fue a la impresora")
        stage.picture("outcome")
        printer.wait_for_jobs("completed", 1)
        stage.press("Sí, salió bien")
        stage.wait_for(f"para: {PURPOSE}")
        assert stage.program.poll() is None
    sheets = printer.sheets()
    assert (sheets.pages, sheets.size) == (acta.pages, OFICIO)
    assert acta.code in sheets.text
    title = f"Documento {acta.number.removeprefix('ACTA ').replace('/', '-')}"
    assert printer.log() == (f"1 total {acta.pages} {title}",)
    assert prints_of(folder) == [(NAME, True)]


def test_a_paper_that_does_not_come_out_never_comes_out_later(tmp_path: Path, printer: Printer) -> None:
    folder, _ = founded(tmp_path / "home")
    with on_stage(tmp_path, more=printer.environment) as stage:
        open_documents(stage)
        printer.tell("cupsdisable", NAME)
        refused(stage, f"La impresora {NAME} está detenida")
        printer.tell("cupsenable", NAME)
        printer.tell("cupsreject", NAME)
        refused(stage, f"La impresora {NAME} no recibió el documento")
        printer.tell("cupsaccept", NAME)
        assert printer.jobs("all") == ()
        printer.tell("lpadmin", "-p", NAME, "-o", "job-hold-until-default=indefinite")
        send(stage)
        stage.wait_for("El documento fue a la impresora")
        printer.wait_for_jobs("not-completed", 1)
        stage.press("No, no salió")
        printer.wait_for_jobs("not-completed", 0)
        stage.wait_for("Todavía no se imprimió")
        assert stage.program.poll() is None
    assert printer.log() == ()
    assert prints_of(folder) == [(NAME, False)]
