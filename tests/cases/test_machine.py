import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import begin
from justice_desk.cases.reading import load, move
from justice_desk.cases.rules import (
    FOLLOWS,
    OWN_DECISIONS,
    AgeStatus,
    CaseState,
    ExcludedMatter,
    Outcome,
    PartyRole,
    ReasonMissing,
    StateOutOfOrder,
    may_follow,
    runs_from,
)
from justice_desk.foundations.errors import DeskError
from justice_desk.hearings.rules import SessionKind
from justice_desk.journal.rules import Act
from tests.desks import DeskInUse, Desks
from tests.intakes import intake, own_matter, party

EXCLUSIONS = {"bo": ("violacion", "homicidio"), "gt": ("violencia_sexual", "muerte")}
CHILD_NOTICE = {"bo": "AVISO_DNA", "gt": "AVISO_PGN"}


class CaseMachine(RuleBasedStateMachine):
    """One case as its people move it, beside a model that remembers only whether it was ever excluded."""

    desk: DeskInUse
    country: str

    @initialize(suspicion=st.booleans(), hours=st.integers(0, 90))
    def register(self, suspicion: bool, hours: int) -> None:
        self.cases = self.desk.cases()
        self.known = self.desk.clock()
        self.desk.clock.turn(hours=hours)
        case = self.cases.register(intake(self.known, suspicion=suspicion))
        self.case = case.id
        self.excluded = suspicion
        self.child = False
        self.begun = self.known
        self.state = CaseState.MUST_REMIT if suspicion else CaseState.REGISTERED

    @rule(hours=st.integers(1, 100))
    def time_goes_by(self, hours: int) -> None:
        self.desk.clock.turn(hours=hours)

    @rule()
    def alert(self) -> None:
        view = self.cases.alert(self.case, ("por_determinar",), "por lo que contó alguien")
        self._exclude()
        assert view.state is self.state

    @rule(outcome=st.sampled_from(Outcome), marked=st.integers(0, 2))
    def assess(self, outcome: Outcome, marked: int) -> None:
        exclusions = EXCLUSIONS[self.country][:marked]
        assessment = own_matter(outcome=outcome, exclusions=exclusions)
        if (refusal := self._refusal(outcome, marked)) is not None:
            with pytest.raises(refusal):
                self.cases.assess(self.case, assessment)
            return
        self.cases.assess(self.case, assessment)
        if outcome is Outcome.MUST_REMIT:
            self._exclude()
        else:
            self.state = CaseState(outcome)

    @rule(to=st.sampled_from(CaseState))
    def be_moved_by_another_room(self, to: CaseState) -> None:
        with begin(self.desk.acting("ana"), UseCase.ENTER_RECEIPT, self.case) as work:
            record = load(work, self.case)
            if to is not CaseState.MUST_REMIT and self._follows(self.state, to):
                move(work, record, to)
                self.state = to
                work.commit(Act())
            elif to is not CaseState.MUST_REMIT:
                with pytest.raises((ExcludedMatter, StateOutOfOrder)):
                    move(work, record, to)

    @rule(role=st.sampled_from(PartyRole), age=st.sampled_from(AgeStatus))
    def add_somebody(self, role: PartyRole, age: AgeStatus) -> None:
        self.desk.parties().add(self.case, party(role, age))
        self.child |= role is PartyRole.VICTIM and age is not AgeStatus.ADULT

    @invariant()
    def the_case_stands_where_it_should(self) -> None:
        view = self.cases.case(self.case)
        assert view.state is self.state
        assert view.excluded is self.excluded

    @invariant()
    def once_excluded_always_excluded(self) -> None:
        if self.excluded:
            assert self.state not in OWN_DECISIONS
            assert self.desk.hearings().kinds_allowed(self.case) == {SessionKind.RESERVED}

    @invariant()
    def deadlines_run_from_knowledge_exactly_where_the_matter_is_excluded(self) -> None:
        running = {one.kind: one.starts_at for one in self.cases.case(self.case).deadlines}
        assert set(running.values()) <= {self.begun}
        assert ("REMISION_ESCRITA" in running) is self.excluded
        assert (CHILD_NOTICE[self.country] in running) is (self.excluded and self.child)

    def _exclude(self) -> None:
        if not self.excluded:
            self.begun = runs_from(self.state, self.known, self.desk.clock())
            self.excluded, self.state = True, CaseState.MUST_REMIT

    def _refusal(self, outcome: Outcome, marked: int) -> type[DeskError] | None:
        if outcome is Outcome.MUST_REMIT:
            return None if marked else ReasonMissing
        if marked:
            return ExcludedMatter
        from_here = CaseState.ASSESSING if self.state is CaseState.REGISTERED else self.state
        if self._follows(from_here, CaseState(outcome)):
            return None
        return ExcludedMatter if self.excluded and outcome is Outcome.OWN_MATTER else StateOutOfOrder

    def _follows(self, current: CaseState, to: CaseState) -> bool:
        assert may_follow(current, to, excluded=self.excluded) is (
            to in FOLLOWS[current] and not (self.excluded and to in OWN_DECISIONS)
        )
        return may_follow(current, to, excluded=self.excluded)


@pytest.mark.parametrize("country", ["bo", "gt"])
def test_once_excluded_always_excluded_whatever_is_done(desks: Desks, country: str) -> None:
    at_this_desk = type("AtThisDesk", (CaseMachine,), {"desk": desks(country), "country": country})
    run_state_machine_as_test(
        at_this_desk,
        settings=settings(max_examples=12, stateful_step_count=14, suppress_health_check=list(HealthCheck)),
    )
