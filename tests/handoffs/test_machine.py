import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from justice_desk.cases.rules import OWN_DECISIONS, CaseState
from justice_desk.custody.rules import first_fault
from justice_desk.foundations.ids import HandoffId
from justice_desk.handoffs.rules import FOLLOWS, ON_ITS_WAY, SETBACKS, HandoffRunning, Stage, StageOutOfOrder
from justice_desk.handoffs.views import HandoffView
from tests.desks import Desks
from tests.handoffs.road import Road, receipt, road, step


class RoadMachine(RuleBasedStateMachine):
    """The handoffs of one case as one person alone moves them, beside a model of their stages."""

    first: Road

    @initialize()
    def begin(self) -> None:
        self.way = Road(self.first.desk, self.first.desk.suspected().id, self.first.receiver)
        self.stages: dict[HandoffId, Stage] = {}
        self.receipts: dict[HandoffId, int] = {}
        self.dispatched: set[HandoffId] = set()

    @rule(hours=st.integers(1, 60))
    def time_goes_by(self, hours: int) -> None:
        self.way.desk.clock.turn(hours=hours)

    @rule()
    def prepare(self) -> None:
        if set(self.stages.values()) & ON_ITS_WAY:
            with pytest.raises(HandoffRunning):
                self.way.prepared()
        else:
            self.way.desk.clock.turn(minutes=1)
            view = self.way.prepared()
            self.stages[view.id], self.receipts[view.id] = view.stage, 0

    @rule(place=st.integers(0, 3), to=st.sampled_from(Stage))
    def go_on(self, place: int, to: Stage) -> None:
        if to is Stage.CONCLUDED or to is Stage.PREPARING or to is Stage.SEALED or len(self.stages) <= place:
            return
        handoff = list(self.stages)[place]
        current = self.stages[handoff]
        if to is Stage.ACKNOWLEDGED:
            self._enter_receipt(handoff)
        elif to in FOLLOWS[current]:
            assert self._act(handoff, to).stage is to
            self.stages[handoff] = to
            self.dispatched |= {handoff} if to is Stage.DISPATCHED else set()
        else:
            with pytest.raises(StageOutOfOrder):
                self._act(handoff, to)

    @rule()
    def seal(self) -> None:
        if not set(self.stages.values()) & ON_ITS_WAY:
            view = self.way.sealed()
            self.stages[view.id], self.receipts[view.id] = Stage.SEALED, 0

    @invariant()
    def every_handoff_stands_where_it_should(self) -> None:
        for view in self.way.handoffs.of_case(self.way.case):
            assert view.stage is self.stages[view.id]
            assert len(view.receipts) == self.receipts[view.id]
            assert first_fault(view.custody) is None
            assert (view.answer_standing is not None) is (view.stage in {Stage.DISPATCHED, Stage.DELIVERED})

    @invariant()
    def the_case_stays_with_the_prosecutor_and_has_a_way_on(self) -> None:
        case = self.way.desk.cases().case(self.way.case)
        assert case.excluded
        assert case.state not in OWN_DECISIONS
        if not self.dispatched:
            assert case.state is CaseState.MUST_REMIT

    @invariant()
    def at_most_one_is_on_its_way_and_receipts_are_owed_for_what_left(self) -> None:
        assert len([stage for stage in self.stages.values() if stage in ON_ITS_WAY]) <= 1
        deadlines = self.way.desk.cases().case(self.way.case).deadlines
        assert {one.subject for one in deadlines if one.kind == "ACUSE_RECIBO"} == self.dispatched

    def _enter_receipt(self, handoff: HandoffId) -> None:
        given = receipt(self.way.desk.clock())
        if handoff not in self.dispatched:
            with pytest.raises(StageOutOfOrder):
                self.way.on_the_road.enter_receipt(self.way.case, handoff, given)
            return
        self.way.on_the_road.enter_receipt(self.way.case, handoff, given)
        self.receipts[handoff] += 1
        if Stage.ACKNOWLEDGED in FOLLOWS[self.stages[handoff]]:
            self.stages[handoff] = Stage.ACKNOWLEDGED

    def _act(self, handoff: HandoffId, to: Stage) -> HandoffView:
        way, now = self.way, self.way.desk.clock()
        if to is Stage.REVIEWED:
            return way.handoffs.review(way.case, handoff)
        if to is Stage.VOIDED:
            return way.handoffs.void(way.case, handoff, "se prepara de nuevo")
        if to is Stage.DISPATCHED:
            return way.on_the_road.dispatch(way.case, handoff, step(now))
        if to is Stage.DELIVERED:
            return way.on_the_road.deliver(way.case, handoff, step(now))
        assert to in SETBACKS
        return way.set_back(handoff, to)


def test_whatever_happens_on_the_road_a_handoff_goes_on_or_another_takes_its_place(desks: Desks) -> None:
    at_this_desk = type("AtThisDesk", (RoadMachine,), {"first": road(desks(alone=True))})
    run_state_machine_as_test(
        at_this_desk,
        settings=settings(max_examples=12, stateful_step_count=16, suppress_health_check=list(HealthCheck)),
    )
