"""The `demo` command: a fresh desk in the sample world, in a window or, where there is no display, as pictures."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk.app import bootstrap
from supportdesk.app.binding import leave_sources_unread
from supportdesk.app.sample.profile import make_sample_profile
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError

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
    keep = folder is not None or (draws and screens is None)
    profile = Profile(
        folder.expanduser().resolve() if folder else Path(tempfile.mkdtemp(prefix="supportdesk-demo-"))
    )
    try:
        print("Making the sample world …", file=sys.stderr, flush=True)
        opened = make_sample_profile(profile, seed=seed, cases=cases, now=now, progress=_progress)
        try:
            if draws:
                return _draw(opened, screens or profile.root / "screens", now)
            return _show(opened, now)
        finally:
            opened.store.close()
    finally:
        if not keep:
            shutil.rmtree(profile.root, ignore_errors=True)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, on Linux where there is a display server."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _progress(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {whole} cases", end="\n" if done == whole else "", file=sys.stderr, flush=True)


def drawing_platform(folder: Path) -> str:
    """Qt's platform without a display, as QT_QPA_PLATFORM names it, with a screen larger than any window drawn.

    Its own screen is 800 by 800, and what hangs from a widget keeps to the screen. `folder` takes the description.
    """
    file = folder / "screen.json"
    if ":" in str(file):
        return (
            "offscreen"  # colons part a platform from its options, so that no drive's letter can stand there
        )
    screen = {"name": "drawn", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [screen | {"width": 1920, "height": 1200}]}), "utf-8")
    return f"offscreen:configfile={file}"


def _draw(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> int:
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = drawing_platform(opened.profile.root)
    try:
        leave_sources_unread()
        from supportdesk.app.screens import draw_screens

        files = draw_screens(opened, folder, now)
    finally:
        # The description may go with the profile; a program that is started later must not look for it.
        if before is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = before
    print(f"{len(files)} screens were drawn into {folder}:")
    for file in files:
        print(f"  {file.name}")
    return 0


def _show(opened: OpenedProfile, now: Callable[[], datetime]) -> int:
    leave_sources_unread()
    from supportdesk.app.photos import shelves_of
    from supportdesk.app.sample.visit_today import visit_of_today
    from supportdesk.app.window import show_opened

    visit_of_today(opened.desk, shelves_of(opened.profile.blobs).photos)
    return show_opened(opened, now)
