import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from justice_desk.accounts.records import AdmissionRecord
from justice_desk.accounts.rules import PERMISSIONS, NotPermitted, OnPaper, Role, UseCase, permitted
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.foundations.ids import CaseId, TermId
from tests.stores import DeskAtHand, Template

PAPER = OnPaper(TermId("term"), "folio 14")
CELLS = list(itertools.product(UseCase, Role, (True, False), (None, PAPER)))


@pytest.fixture(scope="module")
def matrix(swift_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DeskAtHand, CaseId]]:
    desk = DeskAtHand(swift_template, tmp_path_factory.mktemp("matrix") / "store")
    case = desk.open_case("carla")
    with desk.vault.session() as session:
        # Everybody works on the case, so that roles alone decide; what anybody reads there, keys decide.
        for who in ("ana", "berta", "delia"):
            session.merge(AdmissionRecord(case_id=case, person_id=desk.id_of(who), own=False))
        session.commit()
    yield desk, case
    desk.vault.close()


def acting(desk: DeskAtHand, case: CaseId, role: Role, *, own: bool, paper: OnPaper | None) -> Persons:
    with desk.vault.session() as session:
        admission = session.get_one(AdmissionRecord, (case, desk.id_of("berta")))
        admission.own = own
        session.commit()
    person = replace(desk.signed_in("berta"), roles=frozenset({role}))
    return Persons(desk.vault, person, paper=paper)


def lets_in(persons: Persons, use_case: UseCase, case: CaseId) -> bool:
    try:
        with begin(persons, use_case, case):
            pass
    except NotPermitted:
        return False
    return True


@pytest.mark.parametrize(("use_case", "role", "own", "paper"), CELLS)
def test_the_unit_of_work_lets_in_whom_the_table_lets_in(
    use_case: UseCase, role: Role, own: bool, paper: OnPaper | None, matrix: tuple[DeskAtHand, CaseId]
) -> None:
    desk, case = matrix
    permission = PERMISSIONS[use_case]
    expected = (
        role in permission.any_case
        or (own and role in permission.own_case)
        or (paper is not None and role in permission.on_paper)
    )
    persons = acting(desk, case, role, own=own, paper=paper)
    assert lets_in(persons, use_case, case) is expected
    assert permitted(use_case, frozenset({role}), own=own, on_paper=paper is not None) is expected


NOT_A_CLERKS = [use_case for use_case in UseCase if Role.CLERK not in PERMISSIONS[use_case].any_case]


@pytest.mark.parametrize("use_case", NOT_A_CLERKS)
def test_paper_lets_nobody_look(use_case: UseCase, matrix: tuple[DeskAtHand, CaseId]) -> None:
    desk, case = matrix
    persons = acting(desk, case, Role.CLERK, own=False, paper=PAPER)
    with pytest.raises(NotPermitted), look(persons, use_case, case):
        pass


def test_what_may_be_entered_on_paper_opens_nothing_that_is_sealed() -> None:
    opening = {UseCase.READ_IDENTITY, UseCase.READ_TESTIMONY, UseCase.ISSUE_SECRET_DOCUMENT, UseCase.SEAL_HANDOFF}
    assert not any(PERMISSIONS[use_case].on_paper for use_case in opening)
