"""Random lives of cases: what people, clients and schedulers do, at instants near the edges of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.rules.cases.machine import advance, begin
from supportdesk.rules.cases.stages import ENGAGEMENT
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.rules.policies.policy import Policy
from tests.rules.cases.case_play import new_york
from tests.rules.policy_files import CODES, policy

EVERYTHING = frozenset({"vendor", "quote", ENGAGEMENT})
_MOMENTS = st.datetimes(datetime(2025, 2, 20), datetime(2025, 11, 20)).map(  # noqa: DTZ001 - local, see new_york
    lambda local: new_york(local.replace(microsecond=0).isoformat(" "))
)
# Even hours meet openings, closings, due instants and one another; the rest is what happens in between.
_GAPS = st.one_of(
    st.integers(0, 30).map(lambda hours: timedelta(hours=hours)),
    st.integers(0, 21).map(lambda days: timedelta(days=days)),
    st.timedeltas(timedelta(0), timedelta(days=9)),
)


@dataclass(frozen=True)
class Life:
    """A case from its logging: the events the rules agreed to, what followed from each, and every state."""

    policy: Policy
    logged: CaseEvent
    severity: str | None
    after_hours: bool
    events: tuple[CaseEvent, ...]
    followed: tuple[tuple[CaseEvent, ...], ...]
    states: tuple[CaseState, ...]

    @property
    def last(self) -> CaseState:
        return self.states[-1]

    def begin(self) -> CaseState:
        return begin(self.policy, self.logged, severity_claimed=self.severity, after_hours=self.after_hours)


@st.composite
def lives(draw: st.DrawFn, codes: tuple[str, ...] = CODES, most: int = 14) -> Life:
    """A life of up to so many events; what the rules refuse is left out, and must have changed nothing."""
    rules = policy(draw(st.sampled_from(codes)))
    severity = draw(st.sampled_from([None, *(each.code for each in rules.severities)]))
    after_hours = draw(st.booleans())
    logged = CaseEvent(EventKind.LOGGED, draw(_MOMENTS))
    state = begin(rules, logged, severity_claimed=severity, after_hours=after_hours)
    states, events, followed = [state], [], []
    at = logged.at
    for gap in draw(st.lists(_GAPS, max_size=most)):
        at += gap
        event = draw(_events(rules, at))
        outcome = advance(rules, state, event)
        if isinstance(outcome, Refusal):
            continue
        state = outcome.state
        states.append(state)
        events.append(event)
        followed.append(outcome.followed)
    return Life(rules, logged, severity, after_hours, tuple(events), tuple(followed), tuple(states))


def _events(rules: Policy, at: datetime) -> st.SearchStrategy[CaseEvent]:
    stages = st.sampled_from([stage.id for stage in rules.stages])
    plain = st.sampled_from(
        [
            EventKind.PUBLIC_ANSWER,
            EventKind.CLIENT_ANSWERED,
            EventKind.STAFF_NOTE,
            EventKind.INFO_REQUESTED,
            EventKind.AGREEMENT,
            EventKind.REACTIVATED,
            EventKind.OWNER_DECIDED,
        ]
    ).map(lambda kind: CaseEvent(kind, at))
    choices = [
        plain,
        stages.map(lambda stage: CaseEvent(EventKind.STAGE_MOVED, at, to=stage, recorded=EVERYTHING)),
        st.sampled_from(["nadia", None]).map(lambda owner: CaseEvent(EventKind.ASSIGNED, at, to=owner)),
        _GAPS.map(lambda gap: CaseEvent(EventKind.UPDATE_AGREED, at, until=at + gap)),
        st.builds(
            lambda after_hours: CaseEvent(EventKind.RULES_CHANGED, at, after_hours=after_hours),
            st.sampled_from([None, True, False]),
        ),
        _closings(rules, at),
    ]
    if rules.severities:
        codes = st.sampled_from([severity.code for severity in rules.severities])
        kinds = st.sampled_from([EventKind.SEVERITY_CLAIMED, EventKind.SEVERITY_VERIFIED])
        choices.append(st.builds(lambda kind, code: CaseEvent(kind, at, to=code), kinds, codes))
    return st.one_of(choices)


def _closings(rules: Policy, at: datetime) -> st.SearchStrategy[CaseEvent]:
    kinds = [None, *(kind.id for kind in rules.closing.resolution_kinds)]
    return st.builds(
        lambda resolution, by_client: CaseEvent(
            EventKind.CLOSED, at, resolution=resolution, by_client=by_client
        ),
        st.sampled_from(kinds),
        st.booleans(),
    )
