"""The country profile in use: copied into the store, so that a newer program never changes an old case's rules."""

import functools
import hashlib
import json

from justice_desk.accounts.work import Work
from justice_desk.communities.records import ProfileRecord
from justice_desk.foundations.canonical import canonical
from justice_desk.jurisdictions.rules import Profile
from justice_desk.vault.errors import StoreDamaged


def adopt(work: Work, profile: Profile) -> str:
    """Copy a profile into the store and return its digest, under which cases refer to it."""
    content = canonical(profile.to_json())
    digest = hashlib.sha256(content).hexdigest()
    work.session.merge(ProfileRecord(digest=digest, country=profile.id, content=content.decode()))
    work.session.flush()
    return digest


def adopted(work: Work, digest: str) -> Profile:
    """Return a profile as it was adopted.

    Raises:
        StoreDamaged: what the store holds is no profile any more.
    """
    content = work.session.get_one(ProfileRecord, digest).content
    try:
        return _read(content)
    except ValueError as fault:
        # A damaged page of the database gives its zeros before it tells that it is damaged.
        raise StoreDamaged("profiles", digest) from fault


@functools.lru_cache(maxsize=8)
def _read(content: str) -> Profile:
    return Profile.from_json(json.loads(content))
