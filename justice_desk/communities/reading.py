"""Reading the community and its terms of office inside a unit of work: what rooms above share."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from justice_desk.accounts.work import Work
from justice_desk.communities.profiles import adopted
from justice_desk.communities.records import CommunityRecord, TermRecord
from justice_desk.communities.rules import Community, Term, in_office
from justice_desk.foundations.ids import CommunityId, PersonId, TermId
from justice_desk.jurisdictions.rules import Profile


def own_community(work: Work) -> CommunityRecord:
    """Return the community that this desk was founded for."""
    return work.session.scalars(select(CommunityRecord).order_by(CommunityRecord.id).limit(1)).one()


def community_view(record: CommunityRecord) -> Community:
    """Return a community as screens and papers show it."""
    return Community(
        id=CommunityId(record.id),
        name=record.name,
        hierarchy=record.hierarchy,
        municipality=record.municipality,
        place_code=record.place_code,
        desk_code=record.desk_code,
        country=record.country,
    )


def sender_code(profile: Profile, community: CommunityRecord) -> str:
    """Return the code of this office, with which its case numbers begin: `JIOC-BO-051204-A`."""
    return f"{profile.number_prefix}-{community.place_code}-{community.desk_code}"


def terms_of(work: Work, community: CommunityRecord) -> tuple[Term, ...]:
    """Return every term of office, the first to begin first."""
    rows = work.session.scalars(
        select(TermRecord).where(TermRecord.community_id == community.id).order_by(TermRecord.starts, TermRecord.id)
    )
    return tuple(_term(row) for row in rows)


def offices_on(work: Work, community: CommunityRecord, day: date) -> tuple[Term, ...]:
    """Return who held which office on a day: it stays true after the office changes hands."""
    return in_office(terms_of(work, community), day)


def today(work: Work, community: CommunityRecord) -> date:
    """Return the day it is in the country's zone."""
    return work.now.astimezone(ZoneInfo(adopted(work, community.profile).timezone)).date()


def _term(row: TermRecord) -> Term:
    return Term(
        id=TermId(row.id),
        office=row.office,
        holder=row.holder,
        person=None if row.person_id is None else PersonId(row.person_id),
        starts=date.fromisoformat(row.starts),
        ends=None if row.ends is None else date.fromisoformat(row.ends),
    )
