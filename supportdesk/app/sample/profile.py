"""A profile that holds the sample world; its key is made for the moment and never written anywhere."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from uuid_utils.compat import uuid7

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.app.sample.world import build_world
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.services.dashboards.goals import Goals, set_goals
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import built_in_book
from supportdesk.services.person import preferences
from supportdesk.store import migrate
from supportdesk.store.store import Store


def make_sample_profile(
    profile: Profile,
    *,
    seed: int,
    cases: int,
    now: Callable[[], datetime],
    progress: Callable[[int, int], None] = lambda _done, _whole: None,
) -> OpenedProfile:
    """Make the sample world in an empty folder and open it; KnownError where a desk was set up before."""
    if bootstrap.exists(profile):
        raise KnownError(
            f"A desk has already been set up in {profile.root}.",
            "Sample cases need a fresh folder, and never write over a desk.",
            "Name another folder with --profile, or leave it out.",
        )
    profile.make()
    start = now()
    store = Store.open(profile.database, secrets.token_bytes(32), create=True)
    try:
        migrate.upgrade(store)
        desk = Desk(store, uuid7(), uuid7(), built_in_book(), lambda: start, uuid7)
        actor = build_world(desk, seed=seed, cases=cases, progress=progress)
        set_goals(desk, Goals(first_responses=0.95, updates=0.92))
        settings = Settings(
            language="en",
            policy="sparkrock",
            first_run_done=True,
            actor=str(actor),
            time_zone="America/Toronto",
        )
        preferences.save(profile.settings, settings)
    except BaseException:
        store.close()
        # A part of a world would stand in the way of the next one.
        for file in (profile.database, profile.settings):
            file.unlink(missing_ok=True)
        raise
    return OpenedProfile(profile, settings, store, replace(desk, actor=actor, now=now))
