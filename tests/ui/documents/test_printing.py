import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from justice_desk.communities.rules import NewTerm
from justice_desk.documents.rules import DocumentAbsent, PaperSize, PrinterStopped, PrintRefused
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import DocumentId
from justice_desk.hearings.rules import Attendee, Confirmation, Minutes, Point, PointKind, SessionKind, Signing
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.documents.stand_in import JOB, put_lp
from tests.ui.walker import unnamed
from ui.documents import print_dialog, printing
from ui.documents.listing import DocumentsPage, DocumentsTab
from ui.documents.preview import Preview
from ui.documents.print_dialog import PrintDialog
from ui.documents.printing import neutral_title, send, take_back
from ui.workplace import Workplace


@pytest.fixture
def issued(workplace: Workplace, bolivia: DeskInUse) -> DocumentView:
    since = (bolivia.clock() - timedelta(days=3)).date()
    bolivia.community().enter_term(NewTerm("Mallku", "Autoridad Modelo", since))
    case = bolivia.cases().register(intake(suspicion=True)).id
    bolivia.clock.turn(hours=2)
    authority = Attendee("Autoridad Modelo", "Mallku")
    session = bolivia.hearings().record(
        case,
        Minutes(
            kind=SessionKind.RESERVED,
            held_at=bolivia.clock() - timedelta(hours=1),
            ended_at=bolivia.clock(),
            place="Sede ficticia",
            presiding=(authority,),
            attendance=(),
            points=(Point(PointKind.NOTICE, "Se toma conocimiento de V-01"),),
            decision="Se decide enviar el caso",
            confirmations=(Confirmation("Autoridad Modelo", "Mallku", Signing.SIGNATURE),),
        ),
    )
    return workplace.desk.documents.issue_acta(case, session.id)


def test_a_paper_goes_to_lp_from_memory_with_its_size_and_a_title_that_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch)
    job = send(b"%PDF-1.7 paper", "impresora", PaperSize.OFICIO, neutral_title("ACTA A-012/2026"))
    assert job == JOB
    assert (tmp_path / "paper").read_bytes() == b"%PDF-1.7 paper"
    words = (tmp_path / "words").read_text().splitlines()
    assert words == ["-d", "impresora", "-t", "Documento A-012-2026", "-o", "media=Custom.216x330mm", "-"]


def test_a_printer_that_refuses_is_a_fact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lp(tmp_path, monkeypatch, code=1)
    with pytest.raises(PrintRefused):
        send(b"%PDF", "impresora", PaperSize.CARTA, "Documento")


def test_a_printer_that_is_stopped_gets_no_paper_that_would_come_out_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch)
    stopped = SimpleNamespace(isNull=lambda: False, state=lambda: QPrinter.PrinterState.Error)
    monkeypatch.setattr(printing, "QPrinterInfo", SimpleNamespace(printerInfo=lambda _name: stopped))
    with pytest.raises(PrinterStopped):
        send(b"%PDF", "impresora", PaperSize.CARTA, "Documento")
    assert not (tmp_path / "paper").exists()


def test_a_paper_without_a_job_has_nothing_to_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lp(tmp_path, monkeypatch, said="nothing")
    take_back(send(b"%PDF", "impresora", PaperSize.CARTA, "Documento"))
    assert not (tmp_path / "cancelled").exists()
    take_back(JOB)
    assert (tmp_path / "cancelled").read_text().split() == [JOB]
    monkeypatch.setenv("PATH", "/nowhere")
    take_back(JOB)


def test_a_print_system_that_never_answers_is_a_fact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lp(tmp_path, monkeypatch)

    def never(*_words: object, **_how: object) -> None:
        raise subprocess.TimeoutExpired("lp", printing.PATIENCE)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(PrintRefused):
        send(b"%PDF", "impresora", PaperSize.A4, "Documento")


def test_where_there_is_no_lp_and_no_printer_nothing_is_drawn(
    issued: DocumentView, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    pdf = workplace.desk.documents.pdf(issued.case, issued.id)
    with pytest.raises(PrintRefused):
        send(pdf, "no-such-printer", PaperSize.OFICIO, "Documento")


def test_what_came_out_is_registered_and_the_next_one_is_a_copy(
    issued: DocumentView, workplace: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch)
    monkeypatch.setattr(print_dialog, "printers", lambda: ("impresora",))
    tab = DocumentsTab(workplace, issued.case)
    qtbot.addWidget(tab)
    tab.show()
    for came_out in (False, True):
        dialog = PrintDialog(workplace, issued, tab)
        dialog.open()
        assert not unnamed(dialog)
        dialog.start.click()
        assert dialog.form.fields["purpose"].error.text()
        dialog.purpose.setText("Para el cuaderno del caso")
        dialog.start.click()
        qtbot.waitUntil(dialog.yes.isVisible)
        dialog.reject()
        assert dialog.isVisible(), "the paper is at the printer: it must be said what became of it"
        with qtbot.waitSignal(workplace.act_done):
            (dialog.yes if came_out else dialog.again).click()
    prints = workplace.desk.documents.documents(issued.case)[0].prints
    assert [(one.copy, one.came_out) for one in prints] == [(0, False), (0, True)]
    assert (tmp_path / "paper").read_bytes() == workplace.desk.documents.pdf(issued.case, issued.id)
    assert workplace.desk.documents.to_print(issued.case, issued.id).copy == 1
    assert {one.printer for one in prints} == {"impresora"}
    assert (tmp_path / "cancelled").read_text().split() == [JOB]


def test_words_that_cannot_be_noted_are_mended_while_the_paper_is_at_the_printer(
    issued: DocumentView, workplace: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch)
    monkeypatch.setattr(print_dialog, "printers", lambda: ("impresora",))
    page = DocumentsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    dialog = PrintDialog(workplace, issued, page)
    dialog.open()
    dialog.purpose.setText("Para el cuaderno\u202e")
    dialog.start.click()
    qtbot.waitUntil(dialog.yes.isVisible)
    dialog.yes.click()
    qtbot.waitUntil(lambda: bool(dialog.form.fields["purpose"].error.text()))
    assert dialog.purpose.isVisible()
    dialog.purpose.setText("Para el cuaderno")
    with qtbot.waitSignal(workplace.act_done):
        dialog.yes.click()
    assert [one.came_out for one in workplace.desk.documents.documents(issued.case)[0].prints] == [True]


def test_an_act_that_is_refused_after_the_print_is_told_in_a_box(
    issued: DocumentView, workplace: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch)
    monkeypatch.setattr(print_dialog, "printers", lambda: ("impresora",))
    told: list[object] = []
    monkeypatch.setattr(print_dialog, "tell", lambda _window, error: told.append(error))
    page = DocumentsPage(workplace)
    qtbot.addWidget(page)
    dialog = PrintDialog(workplace, replace(issued, id=DocumentId("gone")), page)
    dialog._presenter._note_good()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], DocumentAbsent)


def test_a_refusal_of_the_printer_registers_nothing(
    issued: DocumentView, workplace: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(tmp_path, monkeypatch, code=1)
    monkeypatch.setattr(print_dialog, "printers", lambda: ("impresora",))
    told: list[object] = []
    monkeypatch.setattr(print_dialog, "tell", lambda _window, error: told.append(error))
    page = DocumentsPage(workplace)
    qtbot.addWidget(page)
    dialog = PrintDialog(workplace, issued, page)
    dialog.open()
    dialog.purpose.setText("Para el cuaderno")
    dialog.start.click()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], PrintRefused)
    assert workplace.desk.documents.documents(issued.case)[0].prints == ()
    assert dialog.start.isEnabled()
    dialog.reject()


def test_without_a_printer_the_dialog_says_what_else_can_be_done(
    issued: DocumentView, workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "printers", tuple)
    page = DocumentsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    dialog = PrintDialog(workplace, issued, page)
    dialog.open()
    assert dialog.nothing.isVisible()
    assert not dialog.start.isVisible()


def test_a_document_is_shown_from_memory(issued: DocumentView, workplace: Workplace, qtbot: QtBot) -> None:
    page = DocumentsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.presenter._documents))
    assert not unnamed(page)
    page.presenter._panel.shown.emit(issued.id)
    qtbot.waitUntil(lambda: bool(page.findChildren(Preview)))
    preview = page.findChildren(Preview)[0]
    assert preview.document.pageCount() == issued.pages
    preview.reject()
