"""Printing the way back on paper: the sheets of a paper that counts or is about to, made in memory."""

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, look
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import own_community
from justice_desk.documents.recovery_sheet import SheetFacts, recovery_sheets
from justice_desk.documents.rules import PaperSize
from justice_desk.documents.views import PrintedSheets
from justice_desk.vault.paper import NewPaper


class SheetService:
    """The sheets of this desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def sheets(self, paper: NewPaper) -> PrintedSheets:
        """Return the sheets as a PDF, with the size of the paper that the country uses. It is never kept."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            community = own_community(work)
            profile = adopted(work, community.profile)
            facts = SheetFacts(
                community=community.name,
                desk_code=community.desk_code,
                made_at=work.now,
                zone=profile.timezone,
                kind=paper.sheets.kind,
                texts=paper.sheets.texts,
                square=paper.square,
            )
            size = PaperSize(profile.paper_size)
            return PrintedSheets(recovery_sheets(facts, size), size)
