"""The page Help: a list of short pages, and the one that is read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from justice_desk.jurisdictions.rules import Profile
from ui.country import spoken_language
from ui.help.made import NUMBERS, diagnosis, numbers_text, shortcuts_text
from ui.help.reader import HelpReader
from ui.help.topics import Topic, topic_of, topic_text, topic_title
from ui.i18n import translate
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, DropDown
from ui.widgets.fields import TextArea
from ui.widgets.page import GAP, MARGIN, MEASURE, Body
from ui.widgets.painting import RESTYLED
from ui.widgets.table import Column, Table, ViewsModel
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

NARROW = 820
"""Below this width, at 100 % text, the list is one field over the page."""
LIST_WIDTH = 240


def help_title() -> str:
    """Return the title of the page."""
    return translate("Help", "Help")


class Diagnosis(Body):
    """Shows the text of the diagnosis, to be copied.

    Signals:
        copy_requested: The text should be copied.
    """

    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.section(
            translate("Help", "Diagnostics"),
            translate(
                "Help",
                "If something fails, copy this and send it to whoever looks after the program. It holds nothing of the "
                "cases and no names.",
            ),
        )
        self.text = self.add(TextArea(lines=6))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("Help", "Diagnostics"))
        self.copy_text = self.add(Button(translate("Help", "Copy the text"), icon="copy"))
        self.copy_text.clicked.connect(self.copy_requested)
        self.copied = self.add(Text("", Role.MUTED))


class HelpPage(QWidget):
    """Shows the list and one page.

    Signals:
        topic_requested: The page that should be shown.
    """

    topic_requested = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ViewsModel((Column(help_title(), topic_title, stretch=True),), self)
        self.model.show_views(list(Topic))
        self.list = Table(self.model, translate("Help", "Pages of the help"))
        self.list.horizontalHeader().hide()
        self.list.picked.connect(self._ask)
        self.short_list = DropDown([Choice(topic, topic_title(topic)) for topic in Topic])
        self.short_list.setAccessibleName(translate("Help", "Pages of the help"))
        self.short_list.chosen.connect(self.topic_requested)
        self.reader = HelpReader()
        self.diagnosis = Diagnosis()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reader)
        self._stack.addWidget(self.diagnosis)
        self._lay_out()
        self._presenter = HelpPresenter(self, workplace)

    def show_topic(self, screen: str) -> None:
        """Show the page that belongs to a screen, by the key of its page or tab."""
        self.topic_requested.emit(topic_of(screen))

    def entering(self) -> None:
        """Put the cursor on the list."""
        self._presenter.begin()
        (self.short_list if self.list.isHidden() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, topic: Topic, text: str) -> None:
        """Show a page."""
        self.list.selectRow(list(Topic).index(topic))
        self.short_list.choose(topic)
        self.diagnosis.copied.setText("")
        if topic is Topic.DIAGNOSTICS:
            self.diagnosis.text.setPlainText(text)
            self._stack.setCurrentWidget(self.diagnosis)
            return
        self.reader.show_text(text, topic_title(topic))
        self._stack.setCurrentWidget(self.reader)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list beside the page where there is room for both."""
        super().resizeEvent(event)
        narrow = event.size().width() < look().px(NARROW)
        self.list.setHidden(narrow)
        self.short_list.setHidden(not narrow)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._measure()

    @Slot(object)
    def _ask(self, topic: Topic) -> None:
        self.topic_requested.emit(topic)

    def _measure(self) -> None:
        self.list.setFixedWidth(look().px(LIST_WIDTH))
        self.reader.setMaximumWidth(look().px(MEASURE) + MARGIN)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 16, MARGIN, 8)
        whole.setSpacing(12)
        whole.addWidget(Text(help_title(), Role.TITLE))
        whole.addWidget(self.short_list)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        whole.addLayout(row, 1)


class HelpPresenter(QObject):
    """Reads the pages; the telephones and the diagnosis come from the desk."""

    def __init__(self, panel: HelpPage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._topic: Topic | None = None
        panel.topic_requested.connect(self._show)
        panel.diagnosis.copy_requested.connect(self._copy)

    def begin(self) -> None:
        """Show the first page, where none was shown yet."""
        if self._topic is None:
            self._show(Topic.FIRST_STEPS)

    @Slot(str)
    def _show(self, name: str) -> None:
        topic = Topic(name)
        if topic is self._topic:
            return
        self._topic = topic
        if topic is Topic.DIAGNOSTICS:
            self._workplace.jobs.run_read(partial(read_diagnosis, self._workplace.desk), self._show_diagnosis)
        self._panel.show_page(topic, self._text(topic))

    @Slot(object)
    def _show_diagnosis(self, text: str) -> None:
        if self._topic is Topic.DIAGNOSTICS:
            self._panel.show_page(Topic.DIAGNOSTICS, text)

    def _text(self, topic: Topic) -> str:
        if topic is Topic.DIAGNOSTICS:
            return ""
        if topic is Topic.SHORTCUTS:
            return shortcuts_text()
        text = topic_text(topic, spoken_language())
        if NUMBERS not in text:
            return text
        card = self._workplace.desk.danger_card()
        return text.replace(NUMBERS, numbers_text(() if card is None else card.numbers))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._panel.diagnosis.text.toPlainText())
        self._panel.diagnosis.copied.setText(translate("Help", "Copied. Paste it into a message."))


def read_diagnosis(desk: "Desk") -> str:
    """Return the text of the diagnosis. In a worker."""
    profile: Profile = desk.communities.profile()
    return diagnosis(desk.persons.vault.folder, profile)
