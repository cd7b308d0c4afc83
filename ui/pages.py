"""The pages of the rail, in their order: whoever builds a screen adds one line to `PAGES`."""

from ui.administration.page import AdministrationPage, administration_title
from ui.cases.case_list import cases_title
from ui.cases.page import CasesPage
from ui.deadlines.page import deadlines_page, deadlines_title
from ui.documents.listing import DocumentsPage, documents_title
from ui.handoffs.page import HandoffsPage, handoffs_title
from ui.help.page import HelpPage, help_title
from ui.home.page import home_page, home_title
from ui.journal.page import JournalPage, journal_title
from ui.page import Page

PAGES: tuple[Page, ...] = (
    Page("home", home_title, "home", home_page),
    Page("cases", cases_title, "cases", CasesPage),
    Page("documents", documents_title, "documents", DocumentsPage),
    Page("handoffs", handoffs_title, "handoffs", HandoffsPage),
    Page("deadlines", deadlines_title, "deadlines", deadlines_page),
    Page("journal", journal_title, "book", JournalPage),
    Page("administration", administration_title, "administration", AdministrationPage),
    Page("help", help_title, "help", HelpPage),
)
