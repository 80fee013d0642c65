"""The sample world can be worked in: callers have codes, and a plan's clients have contacts who may log cases."""

from datetime import UTC, datetime
from pathlib import Path

from supportdesk.app.sample.cast import SAMPLE_PIN
from supportdesk.app.sample.profile import make_sample_profile
from supportdesk.config.paths import Profile
from supportdesk.services import dashboards
from supportdesk.services.cases import cases
from supportdesk.services.entitlements.callers import identify
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import directory

NOW = datetime(2026, 11, 24, 19, 18, tzinfo=UTC)


def test_SPK_8_a_caller_with_a_code_can_log_a_case_in_the_sample_world(tmp_path: Path) -> None:
    opened = make_sample_profile(Profile(tmp_path / "sample"), seed=1, cases=40, now=lambda: NOW)
    try:
        caller = identify(opened.desk, f"MAPLE{SAMPLE_PIN}")
        assert caller.organisation_id is not None
        assert directory.organisation(opened.desk, caller.organisation_id).policy_code == "sparkrock"
        request = NewCase(
            "Pay slips print blank", organisation_id=caller.organisation_id, contact_id=caller.contact_id
        )
        assert cases.log_case(opened.desk, request).created is not None
        shown = dashboards.dashboard(opened.desk)
        assert (shown.first_responses.target, shown.updates.target) == (0.95, 0.92)
    finally:
        opened.store.close()
