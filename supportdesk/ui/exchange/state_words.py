"""How the desk stands with its hub in words, icon and colour, for the status line; pure, from values."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from supportdesk.services.views.outlook import Standing
from supportdesk.ui import moments
from supportdesk.ui.file_line import FilePhase, FileState
from supportdesk.ui.hub_line import LineState, Phase
from supportdesk.ui.widgets.status_item import Told

_KILO, _MEGA, _GIGA = 10**3, 10**6, 10**9  # as file managers and attachments' chips count
OLD_AFTER = timedelta(minutes=15)
"""From this age on every screen says how old its data is."""
_BACK_TOLD = timedelta(minutes=30)


def told(
    standing: Standing,
    line: LineState | None,
    now: datetime,
    zone: tzinfo | None,
    files: FileState | None = None,
) -> Told:
    """The state in one sentence; what needs a person comes before what will settle by itself."""
    if standing.alone:
        words = QCoreApplication.translate("Status", "Working alone – everything is saved on this computer")
        return Told(words, "laptop", "muted", words)
    return _apart(standing, line, now, zone) or _in_touch(standing, line, now, zone, files)


def as_of(standing: Standing, line: LineState | None, now: datetime, zone: tzinfo | None) -> str:
    """How old what is shown is, where that is worth saying: `as of 09:40`; empty while it is fresh."""
    contact = (line.contact_at if line is not None else None) or standing.contact_at
    if standing.alone or contact is None or now - contact <= OLD_AFTER:
        return ""
    if line is not None and line.phase in {Phase.IDLE, Phase.SENDING}:
        return ""
    return QCoreApplication.translate("Status", "as of {time}").format(
        time=moments.moment(contact, now, zone)
    )


def waits(standing: Standing, line: LineState | None) -> str:
    """What is kept here for the hub while they are apart: `6 changes waiting on this computer, 11 MB`; else empty."""
    apart = standing.paused or line is None or line.phase in {Phase.OFFLINE, Phase.PAUSED, Phase.STOPPED}
    if standing.alone or not apart or not (standing.waiting or standing.files):
        return ""
    if standing.waiting:
        words = QCoreApplication.translate(
            "Status", "%n change(s) waiting on this computer", None, standing.waiting
        )
    else:
        words = QCoreApplication.translate(
            "Status", "%n file(s) waiting on this computer", None, standing.files
        )
    return _with_bytes(words, standing)


def attention(count: int) -> str:
    """How much waits for the person; empty for nothing."""
    return QCoreApplication.translate("Status", "%n need(s) your attention", None, count) if count else ""


def megabytes(size: int) -> str:
    """A size in bytes as people read it."""
    if size < _KILO:
        return QCoreApplication.translate("Status", "{size} B").format(size=size)
    if size < _MEGA:
        return QCoreApplication.translate("Status", "{size} KB").format(size=round(size / _KILO))
    if size < _GIGA:
        return QCoreApplication.translate("Status", "{size} MB").format(size=f"{size / _MEGA:.1f}")
    return QCoreApplication.translate("Status", "{size} GB").format(size=f"{size / _GIGA:.1f}")


def _apart(standing: Standing, line: LineState | None, now: datetime, zone: tzinfo | None) -> Told | None:
    """What keeps the desk from its hub; None where they are in touch."""
    phase = line.phase if line is not None else Phase.OFFLINE
    if line is not None and phase is Phase.STOPPED:
        return _stopped(line)
    if phase is Phase.SIGNED_OUT:
        return _signed_out(standing)
    if standing.paused or phase is Phase.PAUSED:
        words = QCoreApplication.translate("Status", "Paused – saved on this computer")
        return Told(words, "pause-circle", "pause", words)
    return _offline(line, now, zone) if phase is Phase.OFFLINE else None


def _in_touch(
    standing: Standing, line: LineState | None, now: datetime, zone: tzinfo | None, files: FileState | None
) -> Told:
    if standing.loading:
        return _loading(standing)
    if line is not None and line.phase is Phase.SENDING:
        return _sending(line)
    if standing.waiting:
        words = QCoreApplication.translate("Status", "%n change(s) waiting", None, standing.waiting)
        return Told(_with_bytes(words, standing), "cloud-arrow-up", "text2", _online())
    if files is not None and files.phase is FilePhase.SENDING:
        words = QCoreApplication.translate("Status", "Sending %n file(s), {size} left", None, files.files)
        words = words.format(size=megabytes(files.bytes_left))
        return Told(words, "cloud-arrow-up", "text2", _online())
    return _current(standing, line, now, zone)


def _with_bytes(words: str, standing: Standing) -> str:
    return moments.listed((words, megabytes(standing.file_bytes))) if standing.file_bytes else words


def _stopped(line: LineState) -> Told:
    if line.asks_to_drop is not None:
        words = QCoreApplication.translate("Status", "The hub asks to drop cases – decide")
    elif line.trouble is not None:
        words = line.trouble.what
    else:
        words = QCoreApplication.translate("Status", "Stopped – open this to see why")
    return Told(words, "warning-circle", "over_text", words)


def _signed_out(standing: Standing) -> Told:
    if standing.waiting:
        words = QCoreApplication.translate("Status", "Sign in to send %n change(s)", None, standing.waiting)
    else:
        words = QCoreApplication.translate("Status", "Sign in to go on with your colleagues")
    return Told(words, "sign-in", "offline", words)


def _offline(line: LineState | None, now: datetime, zone: tzinfo | None) -> Told:
    steady = QCoreApplication.translate("Status", "Offline – saved on this computer")
    if line is None:
        return Told(steady, "wifi-slash", "offline", steady)
    words = QCoreApplication.translate("Status", "Offline since {time} – saved on this computer").format(
        time=moments.moment(line.since, now, zone)
    )
    return Told(words, "wifi-slash", "offline", steady)


def _loading(standing: Standing) -> Told:
    steady = QCoreApplication.translate("Status", "Loading cases")
    if not standing.total:
        return Told(steady, "cloud-arrow-down", "text2", steady)
    words = QCoreApplication.translate("Status", "Loading {done} of {whole}").format(
        done=standing.loaded, whole=standing.total
    )
    return Told(words, "cloud-arrow-down", "text2", steady)


def _sending(line: LineState) -> Told:
    if not line.to_send:
        words = QCoreApplication.translate("Status", "Sending…")
        return Told(words, "cloud-arrow-up", "text2", _online())
    words = QCoreApplication.translate("Status", "Sending {done} of {whole}").format(
        done=min(line.sent + 1, line.to_send), whole=line.to_send
    )
    return Told(words, "cloud-arrow-up", "text2", _online())


def _current(standing: Standing, line: LineState | None, now: datetime, zone: tzinfo | None) -> Told:
    contact = (line.contact_at if line is not None else None) or standing.contact_at
    steady = _online()
    if contact is None:
        return Told(steady, "cloud-check", "ok_line", steady)
    back_at = line.back_at if line is not None else None
    if back_at is not None and now - back_at <= _BACK_TOLD:
        words = QCoreApplication.translate("Status", "Online again since {time}").format(
            time=moments.moment(back_at, now, zone)
        )
        return Told(words, "cloud-check", "ok_line", steady)
    words = QCoreApplication.translate("Status", "Up to date · {time}").format(
        time=moments.clock_time(contact, zone)
    )
    return Told(words, "cloud-check", "ok_line", steady)


def _online() -> str:
    return QCoreApplication.translate("Status", "Online")
