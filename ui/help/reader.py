"""Shows a text of the help: written in Markdown, set like the rest of the desk."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.theme import FAMILY, Look, TextSize, look
from ui.widgets.painting import RESTYLED

LINE = 112.0
"""The height of a line, in per cent of its letters."""
HEADINGS = {1: TextSize.TITLE, 2: TextSize.SECTION}


class HelpReader(QTextBrowser):
    """Shows one page. It is a text of the program's own; links in it lead nowhere outside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(4)

    def show_text(self, text: str, title: str) -> None:
        """Show another page, from its beginning."""
        self._text = text
        self.setAccessibleName(title)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED and self._text:
            self._write()

    def _write(self) -> None:
        worn = look()
        self.document().setDefaultFont(worn.font())
        self.setMarkdown(self._text)
        block = self.document().begin()
        while block.isValid():
            _set_block(block, worn)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame, worn)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _set_block(block: QTextBlock, worn: Look) -> None:
    cursor = QTextCursor(block)
    form = block.blockFormat()
    level = form.headingLevel()
    form.setTopMargin(worn.px(20 if level > 1 else 0))
    form.setBottomMargin(worn.px(6 if block.textList() is not None or level else 12))
    form.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(form)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    if level in HEADINGS:
        letters = QTextCharFormat()
        letters.setFont(worn.font(HEADINGS[level], bold=True))
        cursor.mergeCharFormat(letters)
        return
    _set_keys(block)


def _set_keys(block: QTextBlock) -> None:
    """Show keys as bold letters of the desk's own: a typewriter's would be a second family."""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().fontFixedPitch():
            letters = QTextCharFormat()
            letters.setFontFamilies([FAMILY])
            letters.setFontFixedPitch(False)
            letters.setFontWeight(QFont.Weight.Bold.value)
            cursor = QTextCursor(block)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)
            return _set_keys(block)
        fragments += 1
    return None


def _set_table(table: QTextTable, worn: Look) -> None:
    form = table.format()
    form.setCellPadding(worn.px(6))
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderBrush(QColor(worn.colours.line))
    form.setTopMargin(worn.px(8))
    table.setFormat(form)
