"""The frame of the guide: the path at the side, the step in front, and the bar with what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.handoffs.step import StepPanel
from ui.i18n import translate
from ui.shortcuts import Key, bind, with_key
from ui.theme import look
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.page import MARGIN
from ui.widgets.stepper import Standing, Step, Stepper, spoken
from ui.widgets.text import Role, Rule, Text

NARROW = 860
"""Below this width, at 100 % text, the path is one line over the step."""


class GuideFrame(QWidget):
    """Shows the path, one step, and the bar.

    Signals:
        back_requested: To the step before.
        forward_requested: Do what this step is for, and go on.
        save_requested: Keep what stands in this step, and stay.
        current_requested: Back from an earlier handoff to the one that goes on.
    """

    back_requested = Signal()
    forward_requested = Signal()
    save_requested = Signal()
    current_requested = Signal()

    def __init__(self, steps: Sequence[StepPanel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = tuple(steps)
        self.place = 0
        self.stack = QStackedWidget()
        for step in steps:
            self.stack.addWidget(step)
        self.stepper = Stepper()
        self.where = Text("", Role.SMALL)
        self.banner = Banner("", Tone.DANGER, dismissible=True)
        self.banner.hide()
        words = translate("GuideFrame", "This is an earlier handoff of the case.")
        self.earlier = Banner(words, Tone.ACTIVE, translate("GuideFrame", "Back to the present one"))
        self.earlier.asked.connect(self.current_requested)
        self.earlier.hide()
        self.back = Button(translate("GuideFrame", "Back"), Kind.SECONDARY, "back")
        self.forward = Button(translate("GuideFrame", "Go on"), Kind.PRIMARY, "forward", Key.NEXT)
        self.why_not = Text("", Role.SMALL)
        self.why_not.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        bind(self, Key.NEXT, self._press_forward)
        bind(self, Key.SAVE, self.save_requested)
        self._lay_out()
        self.show_step(0, 0)

    def show_step(self, place: int, reached: int) -> None:
        """Bring a step to the front; the steps before `reached` are done."""
        self.place = place
        self.stack.setCurrentIndex(place)
        steps = [Step(step.title, _standing(number, place, reached)) for number, step in enumerate(self.steps)]
        self.stepper.show_steps(steps)
        self.where.setText(spoken(steps))
        self.back.setEnabled(place > 0)

    def show_earlier(self, *, earlier: bool) -> None:
        """Say that an earlier handoff is looked at."""
        self.earlier.setVisible(earlier)

    def offer(self, words: str, why_not: str = "", *, possible: bool = True) -> None:
        """Say on the button what comes next (an empty text: nothing does), and beside it why it cannot be done."""
        self.forward.setVisible(bool(words))
        self.forward.rename(words)
        self.forward.setAccessibleDescription(why_not)
        self.why_not.setText(why_not)
        self.forward.setToolTip(with_key(words, Key.NEXT))
        self.forward.setEnabled(possible)

    def refuse(self, words: str) -> None:
        """Say over the step why something was not done."""
        self.banner.say(words)
        self.banner.dismiss.setFocus(Qt.FocusReason.OtherFocusReason)

    def busy(self, *, busy: bool) -> None:
        """Let nothing be pressed twice while something is being done."""
        self.back.setEnabled(not busy and self.place > 0)
        self.forward.setEnabled(not busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the path beside the step where there is room for both, else in one line over it."""
        super().resizeEvent(event)
        low = event.size().height() < self.stepper.sizeHint().height() + 2 * MARGIN + look().target
        narrow = event.size().width() < look().px(NARROW) or low
        self._side.setHidden(narrow)
        self._above.setHidden(not narrow)

    def _press_forward(self) -> None:
        if self.forward.isEnabled() and self.forward.isVisible():
            self.forward_requested.emit()

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(MARGIN, 8, 8, 8)
        side.addWidget(self.stepper)
        side.addStretch(1)
        # The path never makes the window larger: where there is no room, it is one line over the step.
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        whole.addWidget(self._side)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(MARGIN, 8, MARGIN, 0)
        above.addWidget(self.where)
        column.addWidget(self._above)
        notices = QVBoxLayout()
        notices.setContentsMargins(MARGIN, 0, MARGIN, 0)
        notices.addWidget(self.earlier)
        notices.addWidget(self.banner)
        column.addLayout(notices)
        column.addWidget(self.stack, 1)
        column.addWidget(Rule())
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN - 4, 8, MARGIN - 4, 8)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.why_not, 1)
        bar.addWidget(self.forward)
        column.addLayout(bar)
        whole.addLayout(column, 1)


def _standing(number: int, place: int, reached: int) -> Standing:
    if number == place:
        return Standing.CURRENT
    return Standing.DONE if number < reached else Standing.AHEAD
