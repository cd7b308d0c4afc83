import pytest

from justice_desk.journal.rules import Flaw
from justice_desk.vault.rules import CASE_SCOPES, Damage, Scope


def test_a_case_has_every_scope_but_the_offices() -> None:
    assert set(Scope) - set(CASE_SCOPES) == {Scope.OFFICE}


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_of_a_journal_is_a_damage_of_the_store(flaw: Flaw) -> None:
    assert Damage(f"journal_{flaw.value}")
