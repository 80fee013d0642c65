"""The `demo` command: a fresh desk in the sample world, in a window or, where there is no display, as pictures."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from uuid_utils.compat import uuid7

from supportdesk.app import bootstrap
from supportdesk.app.sample.world import build_world
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.services import preferences
from supportdesk.services.desk import Desk
from supportdesk.services.policies import built_in_book
from supportdesk.store import migrate
from supportdesk.store.store import Store

if TYPE_CHECKING:
    from supportdesk.app.bootstrap import OpenedProfile

# Qt is loaded after the platform has been chosen.
# ruff: noqa: PLC0415

_MOST_CASES = 1_000_000


def run_demo(
    folder: Path | None,
    screens: Path | None,
    *,
    seed: int,
    cases: int,
    now: Callable[[], datetime] = bootstrap.present,
) -> int:
    """Build the sample world in a fresh profile and show it; the exit status.

    Without `folder` the profile is a temporary one, encrypted with a key that is never written anywhere and gone
    when the demo ends. With `screens`, or without a display, the screens are drawn into PNG files.
    """
    if not 1 <= cases <= _MOST_CASES:
        raise KnownError(f"A world of {cases} cases can't be made.", "", f"Ask for 1 to {_MOST_CASES:,}.")
    draws = screens is not None or not has_display()
    keep = folder is not None or draws
    profile = Profile(
        folder.expanduser().resolve() if folder else Path(tempfile.mkdtemp(prefix="supportdesk-demo-"))
    )
    opened = _fresh(profile, seed, cases, now)
    try:
        if draws:
            return _draw(opened, screens or profile.root / "screens", now)
        return _show(opened, now)
    finally:
        opened.store.close()
        if not keep:
            shutil.rmtree(profile.root, ignore_errors=True)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, on Linux where there is a display server."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fresh(profile: Profile, seed: int, cases: int, now: Callable[[], datetime]) -> OpenedProfile:
    if bootstrap.exists(profile):
        raise KnownError(
            f"A desk has already been set up in {profile.root}.",
            "The demo needs a fresh folder, and never writes over a desk.",
            "Name another folder with --profile, or leave it out.",
        )
    profile.make()
    start = now()
    store = Store.open(profile.database, secrets.token_bytes(32), create=True)
    migrate.upgrade(store)
    book = built_in_book()
    desk = Desk(store, uuid7(), uuid7(), book, lambda: start, uuid7)
    print("Making the sample world …", file=sys.stderr, flush=True)
    actor = build_world(desk, seed=seed, cases=cases, progress=_progress)
    settings = Settings(language="en", policy="sparkrock", first_run_done=True, actor=str(actor))
    preferences.save(profile.settings, settings)
    return bootstrap.OpenedProfile(profile, settings, store, replace(desk, actor=actor, now=now))


def _progress(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {whole} cases", end="\n" if done == whole else "", file=sys.stderr, flush=True)


def _draw(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from supportdesk.app.screens import draw_screens

    files = draw_screens(opened, folder, now)
    print(f"{len(files)} screens were drawn into {folder}:")
    for file in files:
        print(f"  {file.name}")
    return 0


def _show(opened: OpenedProfile, now: Callable[[], datetime]) -> int:
    from supportdesk.app.window import show_opened

    return show_opened(opened, now)
