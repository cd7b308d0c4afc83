"""Keeps Python's search for circles of dead objects to the window's thread.

Python searches in whatever thread allocates when it is due, so in a worker too. Such a circle may hold a widget, and a
widget that is destroyed beside the window's thread takes the program along. Measured with PySide6 6.12 on Python 3.11:
of six runs of the 166 tests of the first page and of the cases, four ended in a segmentation fault, the worker
"garbage-collecting"; with the search kept here, none of twelve did.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

EVERY = 1000
"""How often it is looked whether a search is due, in milliseconds."""
NAME = "collector"


class Collector(QObject):
    """Searches when Python would, but in the thread it lives in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        # What the program itself is made of is no circle that dies: searching it too takes 50 ms each time.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.search)
        self._timer.start()

    @Slot()
    def search(self) -> None:
        """Search as far as is due: the young objects often, the old ones seldom."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, bound) in enumerate(counts) if count > bound]
        if due:
            gc.collect(max(due))


def search_here() -> None:
    """Keep the search to the thread this is called in, the window's, as long as the application lives."""
    app = QCoreApplication.instance()
    if app is None:
        return
    gc.disable()
    if app.findChild(Collector, NAME) is None:
        Collector(app)
