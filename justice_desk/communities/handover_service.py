"""Handing the desk over when the authorities change: one act that tells of all its parts, which are acts of their own.

It may take days and several sittings: what was begun is kept as a choice of the desk, and what was done since is read
from the journal. Whether those who go are there is written down, for sometimes they are not.
"""

from dataclasses import asdict

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.service import drop_setting, read_setting, write_setting
from justice_desk.accounts.work import Persons, Work, begin, look
from justice_desk.communities.rules import Handover, HandoverAbsent, HandoverParts
from justice_desk.journal.chain import checkpoint, entries_after
from justice_desk.journal.rules import Act

SETTING = "handover"
PARTS = (UseCase.ADD_PERSON, UseCase.REMOVE_PERSON, UseCase.ENTER_TERM, UseCase.END_TERM, UseCase.RENEW_RECOVERY)


class HandoverService:
    """The handover that is under way, if one is."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def standing(self) -> HandoverParts | None:
        """Return what was done in the handover that is under way, None if there is none."""
        with look(self._persons, UseCase.HAND_OVER_DESK) as work:
            since = _since(work)
            return None if since is None else _parts(work, since)

    def begin(self) -> None:
        """Begin a handover: what is done with people and offices from now on belongs to it. No act yet."""
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            if _since(work) is None:
                write_setting(work, SETTING, checkpoint(work.session, "").size)
            work.keep()

    def give_up(self) -> None:
        """Forget that a handover was begun; what was done since stays done."""
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            drop_setting(work, SETTING)
            work.keep()

    def finish(self, handover: Handover) -> HandoverParts:
        """Write down that the desk was handed over: what was there, who came and went, and who was not present.

        Raises:
            HandoverAbsent: none was begun.
        """
        with begin(self._persons, UseCase.HAND_OVER_DESK) as work:
            since = _since(work)
            if since is None:
                raise HandoverAbsent
            parts = _parts(work, since)
            drop_setting(work, SETTING)
            facts = {
                "inventory": asdict(handover.inventory),
                "absence": handover.absence.value,
                **{name: list(part) for name, part in asdict(parts).items() if name != "new_sheet"},
                "new_sheet": parts.new_sheet,
            }
            work.commit(Act("desk", facts, formal=True))
            return parts


def _since(work: Work) -> int | None:
    kept = read_setting(work, SETTING)
    return kept if isinstance(kept, int) else None


def _parts(work: Work, since: int) -> HandoverParts:
    about: dict[UseCase, list[str]] = {use_case: [] for use_case in PARTS}
    for entry in entries_after(work.session, [use_case.value for use_case in PARTS], since):
        about[UseCase(entry.action)].append(entry.about)
    return HandoverParts(
        came=tuple(about[UseCase.ADD_PERSON]),
        left=tuple(about[UseCase.REMOVE_PERSON]),
        begun=tuple(about[UseCase.ENTER_TERM]),
        ended=tuple(about[UseCase.END_TERM]),
        new_sheet=bool(about[UseCase.RENEW_RECOVERY]),
    )
