"""What is said of remote sessions: ids, refusals, what is missing, what became of one; nothing is decided here."""

from __future__ import annotations

from unicodedata import category

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.errors import KnownError
from supportdesk.remote.finding import ProgramRefused, Unfit
from supportdesk.remote.launch_plan import PlanRefused
from supportdesk.remote.launching import Failure, NotStarted
from supportdesk.remote.targets import ModeRefused, Reason, TargetRefused
from supportdesk.remote.tool import Tool
from supportdesk.ui import moments
from supportdesk.ui.remote.tool_words import field_name, in_language

_GROUP = 3
# Fewer digits are a port or a part of a name.
_SHORTEST_ID = 6


def identity(remote_id: str) -> str:
    """Where a session leads, as people read it: 602 724 282; read from left to right in any language."""
    text = remote_id
    if text.isascii() and text.isdigit() and len(text) >= _SHORTEST_ID:
        first = len(text) % _GROUP
        groups = [text[start : start + _GROUP] for start in range(first, len(text), _GROUP)]
        text = " ".join([text[:first], *groups] if first else groups)
    return moments.ltr(text) if text else ""


def minutes_text(minutes: int) -> str:
    """How long a session took: `14 min`, from an hour on `1 h 05 m`."""
    if minutes >= 60:
        return moments.duration(minutes * 60)
    return QCoreApplication.translate("Remote", "{minutes} min").format(minutes=minutes)


def refused_value(error: TargetRefused, *, longer: bool = False) -> str:
    """Why a value can't be used: it counts, it doesn't judge."""
    field = error.field
    shape = field.longer if longer and field.longer is not None else field.shape
    asked = in_language(shape.wording)
    if error.reason is Reason.MISSING:
        words = QCoreApplication.translate("Remote", "{field} is missing.")
        return words.format(field=field_name(field))
    if error.reason is Reason.TOO_LONG:
        return _after(QCoreApplication.translate("Remote", "This is too long."), asked)
    if error.reason is Reason.PORT:
        return QCoreApplication.translate("Remote", "A port is a number from 1 to 65535.")
    if error.reason is Reason.PLACE:
        return QCoreApplication.translate("Remote", "This is not a known site of the tool.")
    if error.reason is Reason.SIGN:
        return _after(asked, _disturbed(error.sign))
    return _after(asked, _counted(error)) if error.count is not None else asked


def refused(tool: Tool, error: KnownError) -> KnownError:
    """A refusal of the tools' room, in the language of the window; any other is given back as it is."""
    if isinstance(error, NotStarted):
        return _not_started(tool, error)
    if isinstance(error, ProgramRefused):
        return _unfit(tool, error)
    nothing = QCoreApplication.translate("Remote", "Nothing was started.")
    if isinstance(error, ModeRefused):
        what = QCoreApplication.translate("Remote", "{tool} can’t be started so on this computer.")
        return KnownError(
            _named(what, tool), nothing, QCoreApplication.translate("Remote", "Choose another tool.")
        )
    if isinstance(error, PlanRefused):
        what = QCoreApplication.translate("Remote", "This can’t be started with {tool}.")
        remedy = QCoreApplication.translate("Remote", "Enter the ID again, or choose the program again.")
        return KnownError(_named(what, tool), nothing, remedy)
    return error


def missing(tool: Tool, *, only_incoming: bool) -> tuple[str, str]:
    """What is said, in bold and after it, where the tool's program is not there or can only be connected to."""
    if only_incoming:
        lead = QCoreApplication.translate("Remote", "This computer has only a part of {tool}.")
        text = QCoreApplication.translate(
            "Remote", "It can be connected to, as QuickSupport and Host can, but it can’t begin a session."
        )
    else:
        lead = QCoreApplication.translate("Remote", "{tool} was not found on this computer.")
        text = ""
    return _named(lead, tool), text


def offline(tool: Tool) -> tuple[str, str]:
    """What is said where this computer has no network and the tool needs its maker's service."""
    return (
        QCoreApplication.translate("Remote", "This computer has no network."),
        _named(
            QCoreApplication.translate("Remote", "{tool} needs its own service to reach the customer."), tool
        ),
    )


def too_old(tool: Tool, version: str) -> tuple[str, str]:
    """What is said of a version with known weaknesses: a notice, no bar."""
    lead = QCoreApplication.translate("Remote", "{tool} {version} is out of date.")
    return (
        lead.format(tool=moments.own(tool.name), version=moments.ltr(version)),
        QCoreApplication.translate("Remote", "It has known weaknesses. Update it when you can."),
    )


def failure_code(error: KnownError) -> str:
    """What is kept on the case of a tool that didn't start."""
    if not isinstance(error, NotStarted):
        return error.what
    return f"{error.failure}: {error.said}" if error.said else error.failure.value


def failure_words(code: str) -> str:
    """What `failure_code` kept, in words."""
    failure, _, said = code.partition(": ")
    known = {
        Failure.LINK: QCoreApplication.translate("Remote", "Its link could not be opened."),
        Failure.GONE: QCoreApplication.translate("Remote", "It was no longer where it was found."),
        Failure.NOT_ALLOWED: QCoreApplication.translate("Remote", "It may not be run."),
        Failure.SYSTEM: QCoreApplication.translate("Remote", "The system says: {reason}.").format(
            reason=moments.own(said)
        ),
    }
    return known[Failure(failure)] if failure in {each.value for each in Failure} else code


def was_it_ended(remote_id: str, tool: str, number: str = "") -> str:
    """The question on return; `number` names the case where it is another than the one in view."""
    whom = identity(remote_id) or moments.own(tool)
    if number:
        words = QCoreApplication.translate("Remote", "Was the session with {id} on case {number} ended?")
        return words.format(id=whom, number=moments.ltr(number))
    return QCoreApplication.translate("Remote", "Was the session with {id} ended?").format(id=whom)


def begun(remote_id: str, tool: str) -> str:
    """The line that stands on the case before the tool starts."""
    if not remote_id:
        words = QCoreApplication.translate("Remote", "Remote session with {tool} begun")
        return words.format(tool=moments.own(tool))
    return QCoreApplication.translate("Remote", "Remote session with {id} begun").format(
        id=identity(remote_id)
    )


def never_began(tool: str) -> str:
    """The line of a session whose tool didn't start."""
    return QCoreApplication.translate("Remote", "{tool} didn’t start").format(tool=moments.own(tool))


def consent(name: str) -> str:
    """Who agreed to the session."""
    return QCoreApplication.translate("Remote", "Consent by {name}.").format(name=moments.own(name))


def charge(chargeable: object) -> str:
    """Whether a session is to be charged; nothing where nobody said."""
    if not isinstance(chargeable, bool):
        return ""
    if chargeable:
        return QCoreApplication.translate("Remote", "Chargeable")
    return QCoreApplication.translate("Remote", "Not chargeable")


def _named(words: str, tool: Tool) -> str:
    return words.format(tool=moments.own(tool.name))


def _after(first: str, second: str) -> str:
    return " ".join(part for part in (first, second) if part)


def _counted(error: TargetRefused) -> str:
    count = error.count or 0
    if error.field.counts == "digits":
        return QCoreApplication.translate("Remote", "This one has {count}.").format(count=count)
    return QCoreApplication.translate("Remote", "This one has %n character(s).", None, count)


def _disturbed(sign: str) -> str:
    if sign.isspace():
        return QCoreApplication.translate("Remote", "This one has a space in it.")
    if category(sign)[0] in "CZM":
        words = QCoreApplication.translate("Remote", "This one has a sign that can’t be seen in it ({code}).")
        return words.format(code=moments.ltr(f"U+{ord(sign):04X}"))
    return QCoreApplication.translate("Remote", "This one has “{sign}” in it.").format(sign=moments.own(sign))


def _not_started(tool: Tool, error: NotStarted) -> KnownError:
    no_session = QCoreApplication.translate("Remote", "No session was begun; the case says so.")
    if error.failure is Failure.LINK:
        what = QCoreApplication.translate("Remote", "The link for {tool} could not be opened.")
        remedy = QCoreApplication.translate("Remote", "Copy the ID and start the tool yourself.")
    elif error.failure is Failure.GONE:
        what = QCoreApplication.translate("Remote", "{tool} is no longer where it was found.")
        remedy = QCoreApplication.translate("Remote", "Install it again, or choose the program.")
    elif error.failure is Failure.NOT_ALLOWED:
        what = QCoreApplication.translate("Remote", "{tool} was found but may not be run.")
        remedy = QCoreApplication.translate(
            "Remote", "Ask whoever looks after this computer to allow it, or choose another program."
        )
    else:
        what = QCoreApplication.translate("Remote", "{tool} could not be started.")
        remedy = QCoreApplication.translate(
            "Remote", "Start it once by hand, or copy the ID and use the web version."
        )
        no_session = _after(failure_words(failure_code(error)), no_session)
    return KnownError(_named(what, tool), no_session, remedy)


def _unfit(tool: Tool, error: ProgramRefused) -> KnownError:
    why = {
        Unfit.NOT_NEEDED: QCoreApplication.translate("Remote", "{tool} needs no program on this computer."),
        Unfit.NOT_WHOLE: QCoreApplication.translate("Remote", "A program on this computer is needed."),
        Unfit.OTHER_NAME: QCoreApplication.translate("Remote", "This program isn’t {tool}."),
        Unfit.NOT_THERE: QCoreApplication.translate("Remote", "There is no such program."),
        Unfit.NOT_RUNNABLE: QCoreApplication.translate("Remote", "This program can’t be run."),
    }[error.why]
    names = moments.listed(moments.ltr(name) for name in error.names)
    remedy = QCoreApplication.translate("Remote", "Its program is called: {names}.").format(names=names)
    return KnownError(
        _named(why, tool),
        QCoreApplication.translate("Remote", "Nothing was changed."),
        remedy if error.names else "",
    )
