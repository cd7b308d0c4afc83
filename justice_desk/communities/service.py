"""What is done with the community: looking at it, and writing down who holds which office."""

from datetime import date

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import community_view, own_community, terms_of, today
from justice_desk.communities.records import TermRecord
from justice_desk.communities.rules import Community, NewTerm, Term, check_term, in_office
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import new_id
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
