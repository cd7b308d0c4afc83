"""Pages for tests of the shell: they hold what must never be readable after a lock."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from justice_desk.foundations.ids import CaseId
from ui.page import Page
from ui.widgets.dialogs import Dialog
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.page import PageScaffold
from ui.widgets.table import Column, Table, ViewsModel
from ui.workplace import Workplace

CANARY = "Canaria Ficticia Reservada"
DRAFT = "test:telling"


@dataclass(frozen=True)
class Secret:
    """A row with a name in it."""

    name: str


class TellingPage(PageScaffold):
    """A page that shows a name in every way a page can, and keeps a draft of what is typed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__("Relato", parent=parent)
        self.came = 0
        self.went = 0
        form = self.add(Form())
        self.line = form.ask("line", "Nombre", TextField(CANARY))
        self.area = form.ask("area", "Relato", TextArea())
        label = self.add(QLabel(CANARY))
        label.setToolTip(CANARY)
        model = ViewsModel((Column("Nombre", lambda row: cast("Secret", row).name),), self)
        model.show_views([Secret(CANARY)])
        self.table = self.add(Table(model, "Personas"))
        self.keeper = DraftKeeper(workplace, DRAFT, self.area.value, self)
        self.area.textChanged.connect(self.keeper.touch)

    def entering(self) -> None:
        """Count it."""
        self.came += 1

    def leaving(self) -> None:
        """Count it."""
        self.went += 1


class CasesPage(QWidget):
    """A page that remembers what it was asked to open."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.asked: list[tuple[str, str]] = []

    def open_case(self, case: CaseId, tab: str) -> None:
        """Remember it."""
        self.asked.append((case, tab))

    def new_case(self) -> None:
        """Remember it."""
        self.asked.append(("new", ""))

    def search_cases(self) -> None:
        """Remember that the search was asked for."""
        self.asked.append(("search", ""))


def open_dialog(page: QWidget, workplace: Workplace) -> QDialog:
    """Open a dialog over a page, with a name in it and something typed."""
    dialog = Dialog("Persona", page)
    dialog.column.addWidget(QLabel(CANARY))
    edit = TextArea("escrito en el diálogo")
    dialog.column.addWidget(edit)
    DraftKeeper(workplace, "test:dialog", edit.value, dialog)
    dialog.open()
    return dialog


def bare_page(_workplace: Workplace) -> QWidget:
    """Return a page that offers nothing."""
    page = QWidget()
    QVBoxLayout(page)
    return page


def telling_title() -> str:
    """Return a title."""
    return "Relato"


def cases_title() -> str:
    """Return a title."""
    return "Casos"


PAGES = (
    Page("telling", telling_title, "documents", TellingPage),
    Page("cases", cases_title, "cases", CasesPage),
    Page("bare", telling_title, "home", bare_page),
)
