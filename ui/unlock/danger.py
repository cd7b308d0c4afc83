"""Danger now: two telephones and what to say, readable by whoever stands before the locked desk."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.communities.card import DangerCard
from justice_desk.communities.danger_rules import DangerNumber
from ui.i18n import translate
from ui.widgets.badge import Tone, colours_of
from ui.widgets.notices import Glyph
from ui.widgets.painting import brush, fill
from ui.widgets.text import Role, Rule, Text


def oral_notice() -> tuple[str, ...]:
    """Return what to say on the telephone, sentence by sentence. It names no country and no law."""
    return (
        translate("Danger", "“I call for the authority of my community. I report a possible case of trafficking.”"),
        translate("Danger", "“A person may be in danger now.” Say if it is a girl, a boy or an adolescent."),
        translate("Danger", "Say the place, what was seen or heard, and since when. A suspicion is enough."),
        translate("Danger", "Give names only to the person who takes the report, and only if asked."),
        translate("Danger", "Ask who takes the report and its number. Write them down, with the hour."),
    )


class DangerPanel(QWidget):
    """Shows the danger card of the desk, and the words of an oral notice."""

    def __init__(self, card: DangerCard | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Glyph("danger", Tone.DANGER, 26), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(translate("Danger", "Danger now"), Role.SECTION), 1)
        column.addLayout(head)
        for number in card.numbers if card is not None else ():
            column.addLayout(_telephone(number))
        column.addWidget(Rule())
        column.addWidget(Text(translate("Danger", "What to say, word by word"), Role.LABEL))
        for place, line in enumerate(oral_notice(), start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Text(f"{place}.", Role.LABEL), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(line), 1)
            column.addLayout(row)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = brush(self)
        fill(painter, QRectF(self.rect()), colours_of(Tone.DANGER)[0], radius=10)
        painter.end()


def _telephone(number: DangerNumber) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Glyph("phone", Tone.DANGER, 26), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(number.number, Role.CODE))
    words.addWidget(Text(number.label))
    row.addLayout(words, 1)
    return row
