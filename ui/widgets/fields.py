"""Fields: what is typed, with its label above it, a hint where one helps, and what is wrong beside it.

`Field` names its editor to the screen reader, so nobody has to remember it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.page import GAP, Part, bring_into_view
from ui.widgets.painting import RESTYLED
from ui.widgets.text import Role, Text

Editor = TypeVar("Editor", bound=QWidget)
LONGEST_LINE = 300
LINES_BEFORE_SCROLLING = 14
CHANGES = ("changed", "textChanged", "currentIndexChanged", "chosen", "toggled")
"""What the signal of an editor is called that tells of every change, by whoever; where it has several, the first."""


@runtime_checkable
class Named(Protocol):
    """An editor of several parts, which names each of them itself."""

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""


@runtime_checkable
class Markable(Protocol):
    """An editor that shows by its frame that something in it is wrong."""

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show or stop showing it."""


class TextField(QLineEdit):
    """One line of text.

    Signals:
        textChanged: What Qt calls it: the text changed, by whoever.
    """

    def __init__(self, text: str = "", *, longest: int = LONGEST_LINE, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMaxLength(longest)

    def value(self) -> str:
        """Return the text without spaces around it."""
        return self.text().strip()

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        mark_wrong(self, wrong=wrong)


class TextArea(QPlainTextEdit):
    """Several lines of text. It grows with what is written; the tabulator leaves it."""

    def __init__(self, text: str = "", *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def value(self) -> str:
        """Return the text without empty lines and spaces around it."""
        return self.toPlainText().strip()

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        mark_wrong(self, wrong=wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: narrower lines are more lines."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return room for what is written, between the lines asked for and a screenful."""
        line = self.fontMetrics().lineSpacing()
        written = max(self._lines, min(round(self.document().size().height()), LINES_BEFORE_SCROLLING))
        return QSize(super().sizeHint().width(), written * line + 28)

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if self.height() != height:
            self.setFixedHeight(height)


class SecretField(QWidget):
    """A passphrase: hidden as it is typed, shown on request and hidden again when the field is left.

    Signals:
        changed: The text changed.
        submitted: Enter was pressed.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.edit = TextField()
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.submitted)
        self.reveal = Button("", Kind.QUIET, "show")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._show)
        row.addWidget(self.edit, 1)
        row.addWidget(self.reveal)
        self.setFocusProxy(self.edit)
        self._show(False)

    def value(self) -> str:
        """Return the passphrase as typed: spaces inside and around it count."""
        return self.edit.text()

    def fill(self, passphrase: str) -> None:
        """Put a made passphrase in and show it."""
        self.edit.setText(passphrase)
        self.reveal.setChecked(True)

    def clear(self) -> None:
        """Forget what was typed, hidden again."""
        self.edit.clear()
        self.reveal.setChecked(False)

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(description)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        self.edit.mark_wrong(wrong=wrong)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the passphrase when the page goes."""
        super().hideEvent(event)
        self.reveal.setChecked(False)

    def _show(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        word = translate("SecretField", "Hide") if shown else translate("SecretField", "Show")
        self.reveal.rename(word, "hide" if shown else "show")


class Field(QWidget):
    """A question: its label, its editor below, a hint between them and, when asked, what is wrong under it.

    Not `titled`, its label is left to the screen reader: for a single box that says it all.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        hint: str = "",
        *,
        needed: bool = True,
        titled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = label
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        asked = label if needed else translate("Field", "{label} (optional)").format(label=label)
        self.label = Text(asked, Role.LABEL)
        self.label.setBuddy(editor)
        if not titled:
            self.label.hide()
        column.addWidget(self.label)
        if hint:
            column.addWidget(Text(hint, Role.SMALL))
        column.addWidget(editor)
        self.error = Text("", Role.ERROR)
        self.error.hide()
        column.addWidget(self.error)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._name("")
        watch(editor, self._forgive)

    def rename(self, label: str) -> None:
        """Ask something else, to be answered in the same editor."""
        self._label = label
        self.label.setText(label)
        self._name(self.error.text())

    def point_out(self, sentence: str) -> None:
        """Say beside the editor what is wrong with it, an empty sentence: nothing any more."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if isinstance(self.editor, Markable):
            self.editor.mark_wrong(wrong=bool(sentence))
        self._name(sentence)

    @Slot()
    def _forgive(self) -> None:
        """Say no longer that something is wrong: whoever mends it need not wait to be told that it is mended."""
        if self.error.text():
            self.point_out("")

    def _name(self, sentence: str) -> None:
        description = " ".join(filter(None, (sentence, self._hint)))
        if isinstance(self.editor, Named):
            self.editor.name(self._label, description)
        else:
            self.editor.setAccessibleName(self._label)
            self.editor.setAccessibleDescription(description)


class Form(QWidget):
    """Fields below each other, each under the name by which its faults are told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def ask(
        self, name: str, label: str, editor: Editor, hint: str = "", *, needed: bool = True, titled: bool = True
    ) -> Editor:
        """Add a field and return its editor."""
        made = self.fields[name] = Field(label, editor, hint, needed=needed, titled=titled)
        self.place(made)
        return editor

    def field(self, name: str, label: str, editor: QWidget, hint: str = "", *, needed: bool = True) -> Field:
        """Return a field known by `name`, to be placed by the caller (beside another, say)."""
        made = self.fields[name] = Field(label, editor, hint, needed=needed)
        return made

    def place(self, part: Part) -> Part:
        """Add any part between the fields, and return it."""
        self._column.addWidget(part)
        return part

    def point_out(self, faults: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it and go to the first; fields not named are right."""
        for name, field in self.fields.items():
            field.point_out(faults.get(name, ""))
        for name, field in self.fields.items():
            if name in faults:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                # Only the tabulator makes an area scroll by itself.
                bring_into_view(field)
                return


def watch(editor: QWidget, touched: Callable[[], None]) -> None:
    """Call `touched` (a slot of a `QObject`) whenever what stands in an editor changes."""
    signal = next((getattr(editor, name) for name in CHANGES if hasattr(editor, name)), None)
    if isinstance(signal, SignalInstance):
        signal.connect(touched)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Let the style sheet know that something in `widget` is wrong, or no longer."""
    widget.setProperty("wrong", "true" if wrong else "false")
    widget.style().unpolish(widget)
    widget.style().polish(widget)
