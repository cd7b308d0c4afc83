"""Sending a paper to a printer, from memory: no file of it lies anywhere, and the title of the job says nothing.

On Linux through CUPS' `lp`, which takes the PDF as it is; elsewhere Qt draws its pages. The size of the paper is always
named: left out, `lp` takes A4.
"""

import contextlib
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from justice_desk.documents.rules import PaperSize, PrinterStopped, PrintRefused

MEDIA: Mapping[PaperSize, str] = {
    PaperSize.CARTA: "Letter",
    PaperSize.OFICIO: "Custom.216x330mm",
    PaperSize.A4: "A4",
}
PATIENCE = 60
"""Seconds that a print system gets to take a paper."""


def printers() -> tuple[str, ...]:
    """Return the printers of this laptop, the usual one first."""
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def send(pdf: bytes, printer: str, size: PaperSize, title: str) -> str:
    """Hand a paper to the print system, and return its job (empty where it has no queue that one could ask).

    Whether it came out, only somebody at the printer can say.

    Raises:
        PrinterStopped: it would wait in the queue, and come out when perhaps nobody is there.
        PrintRefused: the print system did not take it.
    """
    found = QPrinterInfo.printerInfo(printer)
    if not found.isNull() and found.state() is QPrinter.PrinterState.Error:
        raise PrinterStopped(printer)
    if sys.platform.startswith("linux") and (lp := shutil.which("lp")) is not None:
        return _send_to_cups([lp, "-d", printer, "-t", title, "-o", f"media={MEDIA[size]}", "-"], pdf, printer)
    if found.isNull():
        raise PrintRefused(printer)
    _draw(pdf, found, size, title)
    return ""


def take_back(job: str) -> None:
    """Take a paper out of the queue: it must not come out later, when nobody is there. One that came out is not there.

    CUPS tries a printer that is off or has no paper again and again, for days.
    """
    if job and (cancel := shutil.which("cancel")) is not None:
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run([cancel, job], capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603 - a job of ours


def neutral_title(number: str) -> str:
    """Return what the print queue shows of a paper: its number, without the word that says what it is."""
    return "Documento " + number.rpartition(" ")[2].replace("/", "-")


def _send_to_cups(command: list[str], pdf: bytes, printer: str) -> str:
    try:
        ended = subprocess.run(command, input=pdf, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603 - fixed words, a printer's name
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise PrintRefused(printer) from fault
    if ended.returncode != 0:
        raise PrintRefused(printer)
    # The sentence around it is in whatever language CUPS speaks: "request id is office-12 (0 file(s))".
    said = re.search(rf"{re.escape(printer)}-\d+", ended.stdout.decode(errors="replace"))
    return "" if said is None else said.group()


def _draw(pdf: bytes, found: QPrinterInfo, size: PaperSize, title: str) -> None:
    name = found.printerName()
    raw = QByteArray(pdf)
    device = QBuffer(raw)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(device)
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    paper = QPageSize(QSizeF(*size.millimetres), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintRefused(name)
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    for page in range(document.pageCount()):
        if page and not printer.newPage():
            painter.end()
            raise PrintRefused(name)
        painter.drawImage(QRectF(sheet), document.render(page, sheet.size()))
    painter.end()
