"""What the File Station's page says of clients, data files, copies and audits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk.ui import moments

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from supportdesk.services.views.file_station import (
        AuditView,
        CopyTaken,
        DataFileView,
        StationClient,
        StationView,
    )

_GIB = 1 << 30
_MIB = 1 << 20


def size_text(size: int) -> str:
    """A size in bytes as people read it: `4.7 GB`, `312 MB`, `8 KB`."""
    if size >= _GIB:
        figure, unit = size / _GIB, QCoreApplication.translate("FileStation", "{size} GB")
    elif size >= _MIB:
        figure, unit = size / _MIB, QCoreApplication.translate("FileStation", "{size} MB")
    else:
        figure, unit = size / 1024, QCoreApplication.translate("FileStation", "{size} KB")
    digits = 1 if figure < 100 and size >= _MIB else 0
    return moments.ltr(unit.format(size=QLocale().toString(figure, "f", digits)))


def client_age(client: StationClient) -> str:
    """How old a client's last copy is."""
    if client.days is None:
        return QCoreApplication.translate("FileStation", "No copy here")
    if client.days == 0:
        return QCoreApplication.translate("FileStation", "Last copy today")
    return QCoreApplication.translate("FileStation", "Last copy %n day(s) ago", None, client.days)


def age_mark(client: StationClient) -> str:
    """What stands at the end of a client's line; empty where the copy is current enough."""
    return QCoreApplication.translate("FileStation", "Too old") if client.is_old else ""


def spoken_client(client: StationClient) -> str:
    """A client's line as it is read aloud."""
    return moments.listed([client.name, client_age(client), age_mark(client)])


def about_client(client: StationClient) -> str:
    """What stands under the client's name."""
    return moments.listed([client_age(client), too_old() if client.is_old else ""])


def too_old() -> str:
    """That consulting needs a newer copy."""
    return QCoreApplication.translate("FileStation", "too old for consulting")


def version_text(file: DataFileView) -> str:
    """Which copy of that name it is."""
    return QCoreApplication.translate("FileStation", "Version {number}").format(
        number=QLocale().toString(file.version)
    )


def whence(file: DataFileView, now: datetime, zone: tzinfo | None) -> str:
    """How large, from when and by whom a file is."""
    copied = QCoreApplication.translate("FileStation", "copied {when}").format(
        when=moments.due_moment(file.copied_at, now, zone)
    )
    by = QCoreApplication.translate("FileStation", "deposited by {name}").format(name=moments.own(file.by))
    return moments.listed([size_text(file.size), copied, by if file.by else ""])


def place_text(file: DataFileView, view: StationView) -> str:
    """Where its bytes are."""
    if not view.has_hub:
        return QCoreApplication.translate("FileStation", "On this computer")
    if file.at_hub:
        return QCoreApplication.translate("FileStation", "With the hub")
    return QCoreApplication.translate("FileStation", "Not with the hub yet")


def fate(file: DataFileView, today: date, now: datetime, zone: tzinfo | None) -> str:
    """Until when it is kept, or that it was erased."""
    if file.erased_at is not None:
        when = moments.due_moment(file.erased_at, now, zone)
        if not file.erased_by:
            return QCoreApplication.translate("FileStation", "Erased {when}").format(when=when)
        told = QCoreApplication.translate("FileStation", "Erased {when} by {name}")
        return told.format(when=when, name=moments.own(file.erased_by))
    if file.erase_on is None:
        return QCoreApplication.translate("FileStation", "Kept until somebody erases it")
    told = QCoreApplication.translate("FileStation", "Erased by itself on {day}")
    return told.format(day=moments.day_text(file.erase_on, today))


def copies_title(count: int) -> str:
    """How many copies were taken."""
    if not count:
        return QCoreApplication.translate("FileStation", "Nobody has taken a copy.")
    return QCoreApplication.translate("FileStation", "%n copy(ies) taken", None, count)


def copy_line(copy: CopyTaken, now: datetime, zone: tzinfo | None) -> str:
    """Who took a copy, and when."""
    return moments.listed([moments.own(copy.by), moments.due_moment(copy.at, now, zone)])


def audit_state(audit: AuditView) -> str:
    """Whether an audit is recorded."""
    if audit.complete:
        return QCoreApplication.translate("FileStation", "Audit recorded")
    if audit.checks or audit.findings or audit.matches is not None:
        return QCoreApplication.translate("FileStation", "Audit not complete")
    return QCoreApplication.translate("FileStation", "Audit missing")


def match_text(matches: bool | None) -> str:
    """Whether the data match, in a sentence."""
    if matches is None:
        return QCoreApplication.translate("FileStation", "Not said yet whether the data match.")
    if matches:
        return QCoreApplication.translate("FileStation", "The data match.")
    return QCoreApplication.translate("FileStation", "The data do not match.")
