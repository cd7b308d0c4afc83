"""What every step of the guide is: a panel that shows and asks, and a presenter that knows what comes next.

The steps ask the guide (`ui/handoffs/guide.py`) to do their work in the workers, to go on, and to say a refusal.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from justice_desk.accounts.rules import UseCase
from justice_desk.foundations.errors import DeskError
from ui.handoffs.content import GuideContent, Place
from ui.i18n import translate
from ui.widgets.page import Body

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide

Result = TypeVar("Result")
TOP = 12
"""What is left free over the heading of a step."""


class StepPanel(Body):
    """One step of the guide: what it is for, and its parts. It shows and asks; it decides nothing."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self.title = title
        self.heading = self.section(title, explanation)


class StepPresenter(QObject):
    """What a step does. The guide calls `show_content` whenever something was read anew."""

    def __init__(self, panel: StepPanel, guide: "Guide") -> None:
        super().__init__(panel)
        self._guide = guide
        self._workplace = guide.workplace
        self._desk = guide.workplace.desk
        self._case = guide.case

    @property
    def content(self) -> GuideContent:
        """What was read last."""
        return self._guide.content

    def show_content(self) -> None:
        """Show what was read."""
        raise NotImplementedError

    def begin(self) -> None:
        """Come to the front."""

    def next_words(self) -> str:
        """Return what the button that leads on says."""
        return translate("GuideFrame", "Go on")

    def possible(self) -> bool:
        """Say whether the button can be pressed."""
        return True

    def why_not(self) -> str:
        """Return why the button cannot be pressed and what to do instead; empty where nothing has to be said."""
        return ""

    def forward(self) -> None:
        """Do what the step is for, and go on."""
        self._guide.go_on()

    def save(self) -> None:
        """Keep what stands here, and stay."""

    def not_yours(self) -> str:
        """Return whose this step is, for somebody whose role does not include it."""
        return translate("GuideFrame", "An authority or the liaison does this. Ask one of them.")

    def may(self, use_case: UseCase) -> bool:
        """Say whether the person signed in may do this on this case."""
        return self.content.may(use_case)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call a service; the guide rests until it has answered."""
        self._guide.run(work, done, failed)

    def go_to(self, place: Place) -> None:
        """Go to a step, as far as it can be reached."""
        self._guide.go_to(place)
