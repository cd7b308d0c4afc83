"""What is done with the community: looking at it, and writing down who holds which office."""

from datetime import date

from justice_desk.accounts.rules import OnPaper, UseCase
from justice_desk.accounts.service import read_setting
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.communities.card import DangerCard, put_back, read_card, write_card
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.founding import LANGUAGE
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import community_view, own_community, terms_of, today
from justice_desk.communities.records import TermRecord
from justice_desk.communities.rules import (
    Community,
    NewTerm,
    Term,
    TermAbsent,
    check_term,
    checked_numbers,
    in_office,
)
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import TermId, new_id
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Profile


class CommunityService:
    """The community of this desk, its authorities and its country."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def community(self) -> Community:
        """Return the community that this desk was founded for."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            return community_view(own_community(work))

    def profile(self) -> Profile:
        """Return the country's profile in use: its words for screens and papers."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            return adopted(work, own_community(work).profile)

    def terms(self) -> tuple[Term, ...]:
        """Return every term of office, those that ended too."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            return terms_of(work, own_community(work))

    def in_office(self, on: date | None = None) -> tuple[Term, ...]:
        """Return who holds which office on a day, today where none is given."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            community = own_community(work)
            return in_office(terms_of(work, community), on or today(work, community))

    def sign_on_paper(self, term: TermId, folio: str) -> OnPaper:
        """Return what stands for an authority who signed a paper, once it is known who and where it is kept.

        Raises:
            FieldMissing, FieldTooLong, CharacterRefused: where it is kept.
            TermAbsent: nobody holds this office today.
        """
        kept = tidy_line(folio, "folio", needed=True)
        if term not in {one.id for one in self.in_office() if one.person is None}:
            raise TermAbsent
        return OnPaper(term, kept)

    def end_term(self, term: TermId, ends: date) -> Term:
        """Write down the last day of a term of office.

        Raises:
            TermAbsent: there is no such term, or it has ended already.
            TermUnordered: it ends before it begins.
        """
        with begin(self._persons, UseCase.END_TERM) as work:
            record = work.session.get(TermRecord, term)
            if record is None or record.ends is not None:
                raise TermAbsent
            check_term(date.fromisoformat(record.starts), ends)
            record.ends = ends.isoformat()
            work.session.flush()
            ended = next(found for found in terms_of(work, own_community(work)) if found.id == term)
            work.commit(Act(term, {"office": record.office}))
            return ended

    def change_numbers(self, numbers: tuple[DangerNumber, DangerNumber]) -> DangerCard:
        """Put other telephones on the lock page's card.

        Raises:
            FieldMissing, FieldUnreadable, FieldTooLong, CharacterRefused: names the field.
            DiskFull, CannotWrite: the former ones stay.
        """
        folder = self._persons.vault.folder
        with begin(self._persons, UseCase.CHANGE_NUMBERS) as work:
            community = own_community(work)
            language = read_setting(work, LANGUAGE)
            former = read_card(folder)
            card = DangerCard(community.country, str(language or "es"), checked_numbers(numbers))
            write_card(folder, card)
            try:
                work.commit(Act(facts={"numbers": len(card.numbers)}))
            except BaseException:
                put_back(folder, former)
                raise
            return card

    def enter_term(self, term: NewTerm) -> Term:
        """Write down that somebody holds an office. Two may hold one post.

        Raises:
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
            TermUnordered: it ends before it begins.
        """
        with begin(self._persons, UseCase.ENTER_TERM) as work:
            check_term(term.starts, term.ends)
            community = own_community(work)
            record = TermRecord(
                id=new_id(work.now),
                community_id=community.id,
                office=tidy_line(term.office, "office", needed=True),
                holder=tidy_line(term.holder, "holder", needed=True),
                person_id=term.person,
                starts=term.starts.isoformat(),
                ends=None if term.ends is None else term.ends.isoformat(),
            )
            work.session.add(record)
            work.session.flush()
            entered = next(found for found in terms_of(work, community) if found.id == record.id)
            work.commit(Act(record.id, {"office": record.office}))
            return entered
