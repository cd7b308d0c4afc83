from datetime import date

import pytest

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.rules import NotPermitted, Role, UseCase
from justice_desk.accounts.work import look, visible_cases
from justice_desk.communities.handover_service import HandoverService
from justice_desk.communities.rules import Absence, Handover, HandoverAbsent, HandoverParts, Inventory, NewTerm
from justice_desk.journal.chain import newest_entries
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse

INVENTORY = Inventory(open_cases=3, running_deadlines=2, handoffs_without_receipt=1, people=4)
STRONG = "barranco lucero quinua 85"


def handover(desk: DeskInUse, who: str = "ana") -> HandoverService:
    return HandoverService(desk.acting(who))


def test_a_handover_tells_of_all_its_parts_in_one_act(bolivia: DeskInUse) -> None:
    bolivia.accounts("ana").remove_person(bolivia.id_of("delia"))
    assert handover(bolivia).standing() is None
    handover(bolivia).begin()
    handover(bolivia).begin()
    assert handover(bolivia).standing() == HandoverParts((), (), (), (), new_sheet=False)
    newcomer = bolivia.accounts("ana").add_person("Eva Nueva", frozenset({Role.AUTHORITY}), STRONG)
    term = bolivia.community("berta").enter_term(NewTerm("Mallku", "Eva Nueva", date(2026, 3, 2), person=newcomer.id))
    (former,) = (one for one in bolivia.community().in_office() if one.id != term.id)
    bolivia.community().end_term(former.id, date(2026, 3, 2))
    bolivia.accounts("ana").remove_person(bolivia.id_of("carla"))
    keys = KeyService(bolivia.acting("ana"))
    keys.renew_recovery(keys.fresh_paper(Paper.CODE))
    parts = handover(bolivia).finish(Handover(INVENTORY, Absence.BY_ANOTHER))
    assert parts == HandoverParts((newcomer.id,), (bolivia.id_of("carla"),), (term.id,), (former.id,), new_sheet=True)
    assert handover(bolivia).standing() is None
    with look(bolivia.acting("ana"), UseCase.READ_JOURNAL) as work:
        (entry,) = newest_entries(work.session, visible_cases(work.person.person), 1)
    assert (entry.action, entry.formal) == (UseCase.HAND_OVER_DESK.value, True)
    assert entry.facts == {
        "alone": True,
        "absence": "por_otra_autoridad",
        "inventory": {"open_cases": 3, "running_deadlines": 2, "handoffs_without_receipt": 1, "people": 4},
        "came": [newcomer.id],
        "left": [bolivia.id_of("carla")],
        "begun": [term.id],
        "ended": [former.id],
        "new_sheet": True,
    }
    assert bolivia.accounts("ana").verify_journal().fault_at is None


def test_a_handover_goes_on_after_the_desk_was_locked_and_can_be_given_up(bolivia: DeskInUse) -> None:
    handover(bolivia).begin()
    bolivia.reopen()
    bolivia.accounts("ana").remove_person(bolivia.id_of("delia"))
    parts = handover(bolivia).standing()
    assert parts is not None
    assert parts.left == (bolivia.id_of("delia"),)
    handover(bolivia).give_up()
    handover(bolivia).give_up()
    assert handover(bolivia).standing() is None
    with pytest.raises(HandoverAbsent):
        handover(bolivia).finish(Handover(INVENTORY, Absence.NOBODY))


def test_only_an_authority_hands_the_desk_over(bolivia: DeskInUse) -> None:
    handover(bolivia).begin()
    with pytest.raises(NotPermitted):
        handover(bolivia, "berta").finish(Handover(INVENTORY, Absence.NOBODY))
