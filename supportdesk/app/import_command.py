"""The `import` command: options in, a preview or an import, and the report in plain text; how it is done lies below."""

from __future__ import annotations

import argparse
import getpass
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from supportdesk.app import streams
from supportdesk.app.bootstrap import NeedsPassphrase, OpenedProfile, open_profile
from supportdesk.app.single_instance import alone
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError
from supportdesk.services import importing
from supportdesk.services.importing import ImportMapping, ImportReport, Preview, Refused, SourceFile
from supportdesk.services.person import place

DONE, SOME_REFUSED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130


def run_import(profile: Profile, options: argparse.Namespace) -> int:
    """Import `options.file` into the profile's desk, or with `options.preview` only look at it.

    The preview's words go to standard error and its mapping, as JSON, to standard output, to be edited and given back.
    Gives 0 when everything was imported, 1 when records were refused, 2 when a file can't be read, 130 when it was
    interrupted; what was imported until then stays.
    """
    try:
        source = importing.open_source(options.file)
        kept = _read_mapping(options.mapping) if options.mapping else None
        with alone(profile, but="import the file in the open desk: Import cases… in its menu"):
            opened = _open(profile)
            if opened.trouble is not None:
                print(opened.trouble, file=sys.stderr)
            try:
                mapping = _mapping(opened, source, kept, options)
                if options.preview:
                    return _preview(opened, source, mapping)
                with _until_interrupted() as interrupts:
                    report = importing.run_import(
                        opened.desk,
                        source,
                        mapping,
                        progress=_show_progress,
                        cancelled=lambda: bool(interrupts),
                    )
            finally:
                opened.store.close()
    except importing.Unreadable as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    _tell(report, _place(source))
    if report.cancelled:
        return INTERRUPTED
    return SOME_REFUSED if report.refused_count else DONE


def _open(profile: Profile) -> OpenedProfile:
    try:
        return open_profile(profile)
    except NeedsPassphrase:
        if not sys.stdin.isatty():
            raise
        return open_profile(profile, passphrase=getpass.getpass("Passphrase of this desk: "))


def _read_mapping(path: Path) -> ImportMapping:
    """A mapping saved as JSON. Unreadable if it is none; KnownError for one of another form."""
    try:
        plain = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise _no_mapping(path, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _no_mapping(path, f"it is not JSON: {error}") from error
    return importing.mapping_from_plain(plain)


def _no_mapping(path: Path, why: str) -> importing.Unreadable:
    return importing.Unreadable(
        f"The mapping {path.name} can't be read: {why}.",
        "Nothing was imported.",
        "Write one with --preview and change what differs.",
    )


def _mapping(
    opened: OpenedProfile, source: SourceFile, kept: ImportMapping | None, options: argparse.Namespace
) -> ImportMapping:
    """The mapping that was given, made to fit, or the guessed one; the options come before both."""
    code = options.policy or (kept.policy if kept else opened.settings.policy)
    if not code:
        raise KnownError(
            "It is not said which policy the cases come under.",
            "Nothing was imported.",
            f"Name one with --policy: {', '.join(opened.desk.policies.codes())}.",
        )
    policy = opened.desk.policies.in_effect(code, opened.desk.now())
    zone = options.time_zone or (kept.time_zone if kept else opened.settings.time_zone)
    zone = zone or place.me(opened.desk).time_zone
    if kept is not None:
        return importing.fit_mapping(replace(kept, policy=code, time_zone=zone), source, policy)
    return importing.guess_mapping(source, policy, zone)


def _preview(opened: OpenedProfile, source: SourceFile, mapping: ImportMapping) -> int:
    seen = importing.preview(opened.desk, source, mapping)
    for line in _preview_lines(seen, mapping, _place(source)):
        print(line, file=sys.stderr)
    # It is edited and given back: no letter of a column's name may get lost in a terminal that lacks it.
    print(json.dumps(mapping.as_plain(), ensure_ascii=not streams.speaks_unicode(), indent=1))
    return SOME_REFUSED if seen.refused_count or seen.missing else DONE


def _place(source: SourceFile) -> str:
    """What the number of a record counts in this file."""
    return "record" if source.shape == "json" else "line"


def _preview_lines(seen: Preview, mapping: ImportMapping, where: str) -> Iterator[str]:
    yield f"{seen.product}: {_counted(seen.cases, 'case')}, {seen.refused_count:,} refused"
    yield f"Times without an offset are those of {mapping.time_zone}; the cases come under {mapping.policy}."
    if seen.missing:
        names = " and ".join(target.value.replace("_", " ") for target in seen.missing)
        yield f"No column gives the {names}: say in the mapping which one it is."
    for story in seen.first[:5]:
        yield f"  {story.number}  {story.logged_at:%Y-%m-%d %H:%M} UTC  {story.severity or '–'}  {story.title}"
    yield from _refusals(seen.refused, seen.refused_count, where)
    if seen.kept_columns:
        yield f"Kept with each case as they are: {', '.join(seen.kept_columns)}"


def _tell(report: ImportReport, where: str) -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if report.cancelled:
        print("Interrupted; what was imported until then stays.")
    print(
        f"{report.new:,} new, {report.unchanged:,} here already, {report.differs_count:,} differ, "
        f"{report.refused_count:,} refused"
    )
    for line in (
        *_refusals(report.differs, report.differs_count, where),
        *_refusals(report.refused, report.refused_count, where),
    ):
        print(line)


def _refusals(refused: Sequence[Refused], count: int, where: str) -> Iterator[str]:
    for each in refused:
        number = f", {each.number}" if each.number else ""
        yield f"{where} {each.line}{number}: {each.why}"
    if count > len(refused):
        yield f"and {count - len(refused):,} more"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _show_progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{_counted(done, 'record')} …", end="", file=sys.stderr, flush=True)


@contextmanager
def _until_interrupted() -> Iterator[list[int]]:
    """Take the first Ctrl+C as Cancel: the list is no longer empty then. The second ends the program as ever."""
    interrupts: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        interrupts.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)
