"""The draft of a form: kept while somebody types, offered back above the form, forgotten once it became an act."""

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.vault.rules import Draft
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import Tone
from ui.widgets.choices import CheckList, CheckRow, ChoiceList, DropDown
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import Form, TextArea, TextField, watch
from ui.widgets.moment import DayField, MomentField
from ui.widgets.notices import Banner
from ui.workplace import Workplace

BETWEEN = "\n"


class DraftOffer(Banner):
    """Says that something was typed here and not finished. It takes no room while there is nothing to offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.ACTIVE, translate("DraftOffer", "Bring it back"), dismissible=True, parent=parent)
        self.dismiss.rename(translate("DraftOffer", "Throw it away"))
        self.hide()


class FormDraft(QObject):
    """Keeps what a form holds; what stands in it when it is shown is no draft, only what is typed afterwards.

    Signals:
        changed: Something in the form changed, by whoever.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, place: str, form: Form, offer: DraftOffer, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._form, self._offer = workplace, form, offer
        self._usual: Mapping[str, str] = written(form)
        self._found: Draft | None = None
        self._at_once = False
        self._keeper = DraftKeeper(workplace, place, self.text, self)
        self._keeper.offered.connect(self._show)
        offer.asked.connect(self._bring_back)
        offer.dismissed.connect(self._throw_away)
        for field in form.fields.values():
            watch(field.editor, self._touch)

    def text(self) -> str:
        """Return what was typed as one text, empty when nothing was."""
        typed = written(self._form)
        return "" if typed == self._usual else json.dumps(typed, ensure_ascii=False)

    def settle(self) -> None:
        """Take what stands in the form now for what usually stands there."""
        self._usual = written(self._form)

    def seek(self, *, at_once: bool = False) -> None:
        """Look for what was left here, and offer it; `at_once` brings it back: the reader asked for it before."""
        self._at_once = at_once
        self._keeper.seek()

    def drop(self) -> None:
        """Forget the draft: it became an act."""
        self.settle()
        self._found = None
        self._offer.hide()
        self._keeper.drop()

    @Slot()
    def _touch(self) -> None:
        self._keeper.touch()
        self.changed.emit()

    @Slot(object)
    def _show(self, found: Draft) -> None:
        self._found = found
        if self._at_once:
            self._bring_back()
            return
        words = translate("DraftOffer", "Something typed here on {when} was not finished.")
        self._offer.say(words.format(when=moment_text(found.saved_at, self._workplace.zone)))

    @Slot()
    def _bring_back(self) -> None:
        self._offer.hide()
        if self._found is not None:
            write(self._form, json.loads(self._found.text))

    @Slot()
    def _throw_away(self) -> None:
        self._keeper.drop()


def written(form: Form) -> dict[str, str]:
    """Return what the fields of a form hold, each as one text."""
    return {name: _read(field.editor) for name, field in form.fields.items()}


def write(form: Form, texts: Mapping[str, str]) -> None:
    """Put into the fields of a form what `written` returned; fields that are not named are left alone."""
    for name, text in texts.items():
        if name in form.fields:
            _put(form.fields[name].editor, text)


def _read(editor: QWidget) -> str:
    reading = next((read for kind, read, _ in _WAYS if isinstance(editor, kind)), None)
    return "" if reading is None else reading(editor)


def _put(editor: QWidget, text: str) -> None:
    putting = next((put for kind, _, put in _WAYS if isinstance(editor, kind)), None)
    if putting is not None:
        putting(editor, text)


def _choose(editor: ChoiceList | DropDown, text: str) -> None:
    # What was chosen then may no longer be offered.
    with contextlib.suppress(KeyError):
        editor.choose(text)


def _read_moment(editor: MomentField) -> str:
    return BETWEEN.join((editor.day.edit.text(), editor.hour.text(), editor.precision.value() or ""))


def _put_moment(editor: MomentField, text: str) -> None:
    day, hour, precision = text.split(BETWEEN)
    editor.day.edit.setText(day)
    editor.hour.setText(hour)
    editor.precision.choose(precision)


_WAYS: Sequence[tuple[type[QWidget], Callable[[Any], str], Callable[[Any, str], None]]] = (
    (TextField, lambda editor: editor.text(), lambda editor, text: editor.setText(text)),
    (TextArea, lambda editor: editor.toPlainText(), lambda editor, text: editor.setPlainText(text)),
    (ChoiceList, lambda editor: editor.value() or "", _choose),
    (DropDown, lambda editor: editor.value() or "", _choose),
    (
        CheckList,
        lambda editor: BETWEEN.join(sorted(editor.values())),
        lambda editor, text: editor.tick(filter(None, text.split(BETWEEN))),
    ),
    (CheckRow, lambda editor: "x" * editor.isChecked(), lambda editor, text: editor.setChecked(bool(text))),
    (DayField, lambda editor: editor.edit.text(), lambda editor, text: editor.edit.setText(text)),
    (MomentField, _read_moment, _put_moment),
)
"""How what stands in an editor is read and put back. Secrets are not among them: they are never kept."""
