"""The frame of the founding guide: the path, the step in front, the two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Job
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.theme import look
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.page import MARGIN, ActionBar
from ui.widgets.painting import RESTYLED
from ui.widgets.stepper import Stepper, path
from ui.widgets.text import Role, Rule, Text
from ui.widgets.work import WorkProgress

NARROW = 1000
"""Below this width, at usual text size, the path is one line over the step."""


class GuidePanel(QWidget):
    """Shows the path under its title, the step and the two buttons, the last of them with its own word.

    It decides nothing.

    Signals:
        back_requested: To the step before.
        forward_requested: On, if this step is answered.
    """

    back_requested = Signal()
    forward_requested = Signal()

    def __init__(
        self,
        steps: Sequence[GuideStep],
        title: str,
        last: str,
        *,
        stoppable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._last = title, last
        self.steps = steps
        self.place = 0
        self.stack = QStackedWidget()
        for step in steps:
            self.stack.addWidget(step)
        self.stepper = Stepper()
        self.where = Text("", Role.SMALL)
        self.back = Button(translate("Guide", "Back"), Kind.SECONDARY, "back")
        self.forward = Button("", Kind.PRIMARY)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.banner = Banner("", Tone.DANGER)
        self.banner.hide()
        self.work = WorkProgress("", stoppable=stoppable)
        self._lay_out()

    def show_step(self, place: int) -> None:
        """Bring a step to the front."""
        self.place = place
        self.stack.setCurrentIndex(place)
        steps = path([step.title.text() for step in self.steps], place)
        self.stepper.show_steps(steps)
        where = translate("Guide", "Step {number} of {total}")
        self.where.setText(where.format(number=place + 1, total=len(steps)))
        self.back.setEnabled(place > 0)
        last = place == len(self.steps) - 1
        self.forward.rename(
            self._last if last else translate("Guide", "Go on"),
            "check" if last else "forward",
        )
        self.banner.say("")
        self.steps[place].begin()

    def watch(self, job: Job, words: str) -> None:
        """Show that something is being made; nothing else can be asked until it is ready."""
        self.work.words.setText(words)
        self.work.watch(job)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        job.ended.connect(self._free)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the path beside the step, or one line over it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew after the text has grown."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < look().px(NARROW)
        self._side.setHidden(narrow)
        self._above.setHidden(not narrow)

    @Slot()
    def _free(self) -> None:
        self.back.setEnabled(self.place > 0)
        self.forward.setEnabled(True)

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._side = QWidget()
        self._side.setProperty("ground", "rail")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        side.setSpacing(20)
        side.addWidget(Text(self._title, Role.SECTION))
        side.addWidget(self.stepper)
        side.addStretch(1)
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole.addWidget(self._side)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(MARGIN, 12, MARGIN, 0)
        above.addWidget(self.where)
        column.addWidget(self._above)
        notices = QVBoxLayout()
        notices.setContentsMargins(MARGIN, 8, MARGIN, 0)
        notices.addWidget(self.banner)
        column.addLayout(notices)
        column.addWidget(self.stack, 1)
        column.addWidget(Rule())
        working = QVBoxLayout()
        working.setContentsMargins(MARGIN, 4, MARGIN, 4)
        working.addWidget(self.work)
        column.addLayout(working)
        bar = ActionBar()
        bar.put((self.back,), (self.forward,))
        column.addWidget(bar)
        whole.addLayout(column, 1)
