"""A paper on the screen, before it is issued or as it was issued: its pages below each other, in one sheet."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QWidget

from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace

WIDEST, TALLEST = 900, 900


class Preview(Dialog):
    """Shows a PDF. Its bytes are in memory only and go with the sheet."""

    def __init__(self, title: str, pdf: bytes, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._bytes = QByteArray(pdf)
        self._device = QBuffer(self._bytes, self)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._device)
        self.pages = QPdfView(self)
        self.pages.setAccessibleName(title)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setDocument(self.document)
        self.column.addWidget(self.pages, 1)
        self.close_sheet = self.answer(Button(translate("Preview", "Close"), Kind.PRIMARY))
        self.close_sheet.clicked.connect(self.accept)
        window = parent.window()
        self.resize(min(WIDEST, window.width() - 60), min(TALLEST, window.height() - 40))
        self.pages.setFocus()


def open_preview(workplace: Workplace, title: str, pdf: bytes) -> None:
    """Show a paper over the page in front."""
    parent = workplace.parent()
    over = parent if isinstance(parent, QWidget) else QApplication.activeWindow()
    if over is not None:
        Preview(title, pdf, over).open()
