"""The sample world can be worked in at any hour: callers have codes, a plan's clients contacts, today its visit."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from supportdesk.app.photos import shelves_of
from supportdesk.app.sample.article_today import article_of_today
from supportdesk.app.sample.cast import SAMPLE_PIN
from supportdesk.app.sample.profile import make_sample_profile
from supportdesk.app.sample.station_today import station_of_today
from supportdesk.app.sample.visit_today import visit_of_today
from supportdesk.config.paths import Profile
from supportdesk.services import dashboards
from supportdesk.services.cases import cases
from supportdesk.services.entitlements import file_station
from supportdesk.services.entitlements.callers import identify
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import directory, lists, visit_views
from supportdesk.services.views import CaseQuery, ViewKind

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


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        datetime(2026, 11, 22, 0, 0, 1, tzinfo=UTC),  # a Sunday
        datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(2027, 1, 1, 4, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
        datetime(2026, 3, 8, 7, 30, tzinfo=UTC),  # clocks go forward where the desk is
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),  # and back
    ],
)
def test_whenever_it_is_made_there_is_something_on_every_page(tmp_path: Path, moment: datetime) -> None:
    opened = make_sample_profile(Profile(tmp_path / "sample"), seed=1, cases=300, now=lambda: moment)
    try:
        desk, shelves = opened.desk, shelves_of(opened.profile.blobs)
        visit_id = visit_of_today(desk, shelves.photos)
        assert visit_id is not None
        assert visit_views.visit(desk, visit_id).state == "on_site"
        assert station_of_today(desk) is not None
        assert {each.organisation_id for each in file_station.ages(desk)} >= {station_of_today(desk)}
        rows = lists.page(desk, CaseQuery(ViewKind.MINE), 0, 50)
        assert rows
        assert article_of_today(desk, shelves.files, rows[0].id) is not None
    finally:
        opened.store.close()
