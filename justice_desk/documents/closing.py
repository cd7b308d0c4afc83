"""The end of a paper: its last words, the places to sign and the means to check it stay together.

A signature never stands alone on a page: at least two lines of the text go with it. Where so many sign that one page
does not hold them, every further page says again what is being signed.
"""

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, PageBreak

from justice_desk.documents.signing_places import SigningRow
from justice_desk.documents.typesetting import TaggedParagraph

LINES_TOGETHER = 2
TEXT_GAP = 6.0
ROWS_GAP = 10.0
LARGEST_HOLE = 0.34
"""Of a page's height: more than that is not left blank to keep all signatures on one page."""
AFTER_GAP = 10.0
_FUZZ = 0.01


class Closing(Flowable):
    """Text, rows of signing places and what follows them, kept together as far as a page allows."""

    def __init__(
        self,
        text: Sequence[TaggedParagraph],
        rows: Sequence[SigningRow],
        after: Flowable | None,
        again: Callable[[], TaggedParagraph],
        page_height: float,
    ) -> None:
        super().__init__()
        self.text = list(text)
        self.rows = list(rows)
        self.after = after
        self.again = again
        self.page_height = page_height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the height that everything takes."""
        self.width = available_width
        for flowable in self._pieces():
            flowable.wrap(available_width, available_height)
        self.height = self._height(self.text) + self._rest_height(self.rows, self.after)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return what stands on this page and what goes to the next; empty if all goes to the next."""
        self.wrap(available_width, available_height)
        head, tail = self._cut(available_width, available_height)
        together = self._height(tail) + self._rest_height(self.rows, self.after) <= self.page_height + _FUZZ
        hole = available_height - self._height(head)
        here = self._rows_that_fit(available_height)
        if here and not (together and hole <= LARGEST_HOLE * self.page_height):
            return [
                self._with(self.text, self.rows[:here], None),
                PageBreak(),
                self._with([self.again()], self.rows[here:], self.after),
            ]
        return [*head, PageBreak(), self._with(tail, self.rows, self.after)] if head else []

    def draw(self) -> None:
        """Draw everything, from the top."""
        y = self.height
        for place, paragraph in enumerate(self.text):
            y -= paragraph.height + (TEXT_GAP if place else 0)
            paragraph.drawOn(self.canv, 0, y)
        y -= ROWS_GAP
        for row in self.rows:
            y -= row.height
            row.drawOn(self.canv, 0, y)
        if self.after is not None:
            self.after.drawOn(self.canv, 0, y - AFTER_GAP - self.after.height)

    def _with(self, text: Sequence[TaggedParagraph], rows: Sequence[SigningRow], after: Flowable | None) -> "Closing":
        return Closing(text, rows, after, self.again, self.page_height)

    def _pieces(self) -> list[Flowable]:
        return [*self.text, *self.rows, *([] if self.after is None else [self.after])]

    def _height(self, text: Sequence[TaggedParagraph]) -> float:
        return sum(paragraph.height for paragraph in text) + TEXT_GAP * max(0, len(text) - 1)

    def _rest_height(self, rows: Sequence[SigningRow], after: Flowable | None) -> float:
        following = 0.0 if after is None else AFTER_GAP + after.height
        return ROWS_GAP + sum(row.height for row in rows) + following

    def _rows_that_fit(self, available_height: float) -> int:
        """Return how many rows stand here under the text; one at least goes with what follows."""
        fitting = 0
        for count in range(1, len(self.rows)):
            if self._height(self.text) + self._rest_height(self.rows[:count], None) <= available_height + _FUZZ:
                fitting = count
        return fitting

    def _cut(
        self, available_width: float, available_height: float
    ) -> tuple[list[TaggedParagraph], list[TaggedParagraph]]:
        """Return the text that can stand here, and the rest, which keeps two lines at least for the signatures."""
        head, tail = list(self.text), list[TaggedParagraph]()
        while head and sum(paragraph.lines for paragraph in tail) < LINES_TOGETHER:
            tail.insert(0, head.pop())
        while head and self._height(head) > available_height + _FUZZ:
            tail.insert(0, head.pop())
        room = available_height - self._height(head) - (TEXT_GAP if head else 0)
        upper, lower = _halves(tail, available_width, room)
        return [*head, *upper], lower


def _halves(
    tail: list[TaggedParagraph], width: float, room: float
) -> tuple[list[TaggedParagraph], list[TaggedParagraph]]:
    """Split the first paragraph of `tail` so that its upper lines fill `room` and two lines at least stay below."""
    first, *others = tail
    leading = first.style.leading
    upper_lines = min(int(room / leading), first.lines - LINES_TOGETHER)
    if upper_lines < LINES_TOGETHER:
        return [], tail
    upper, lower = first.halves(width, upper_lines * leading + _FUZZ)
    lower.wrap(width, room)
    return [upper], [lower, *others]
