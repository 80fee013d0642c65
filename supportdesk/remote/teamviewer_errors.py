"""What can go wrong between the desk and TeamViewer's web API, in words for the officer; nothing is sent from here."""

from __future__ import annotations

from supportdesk.domain.errors import KnownError

_ELSE = "Connect by the TeamViewer ID, or enter the session by hand."


class TeamViewerError(KnownError):
    """TeamViewer did not do what was asked, or nobody knows whether it did."""


class Offline(TeamViewerError):
    """TeamViewer was not reached at all, so it did nothing; it is never asked again without the officer."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer can't be reached: this computer seems to be offline.",
            "Nothing was asked, and nothing waits to be sent: a session code is made only while you are online.",
            _ELSE,
        )


class NotTrusted(TeamViewerError):
    """Whoever answered could not prove to be TeamViewer: nothing was said to them."""

    def __init__(self) -> None:
        super().__init__(
            "Whoever answered for TeamViewer could not prove who they are.",
            "Nothing was sent: somebody may be listening, or this computer's date is wrong.",
            "Check the date of this computer, or ask whoever looks after the network.",
        )


class Unclear(TeamViewerError):
    """The request went out, and no whole answer came back; where it `changes` something, that may have happened."""

    def __init__(self, *, changes: bool) -> None:
        meaning, remedy = "Nothing was taken over.", "Try again."
        if changes:
            meaning = "It may have done what was asked all the same; nothing of it is noted here."
            remedy = "Look at the sessions in TeamViewer before you try again."
        super().__init__("The connection broke off before TeamViewer's answer was whole.", meaning, remedy)
        self.changes = changes


class ServerFault(TeamViewerError):
    """TeamViewer has a fault of its own; `status` is HTTP's. Where the request `changes` something, it may have."""

    def __init__(self, status: int, *, changes: bool) -> None:
        meaning = "It may have done what was asked all the same." if changes else "Nothing was taken over."
        super().__init__(
            f"TeamViewer has a fault of its own (status {status}).", meaning, f"Try again later. {_ELSE}"
        )
        self.status = status


class TokenRefused(TeamViewerError):
    """TeamViewer does not know the token, or not any more."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer does not take the token.",
            "It has run out, was withdrawn, or was typed wrong. Nothing was done.",
            "Make a script token in TeamViewer's management console and enter it in the settings.",
        )


class NoToken(TeamViewerError):
    """What is kept as the token can't be one: it is not sent."""

    def __init__(self) -> None:
        super().__init__(
            "What is kept as TeamViewer's token can't be one.",
            "It is empty, or has spaces or letters that no token has. Nothing was sent.",
            "Enter the token again in the settings.",
        )


class NotConnected(TeamViewerError):
    """No token is kept."""

    def __init__(self) -> None:
        super().__init__(
            "No TeamViewer account is connected.",
            "Nothing was asked.",
            "Connect TeamViewer first, or use the customer's own ID.",
        )


class TokenNotKept(TeamViewerError):
    """This system has no keyring that can be trusted with a token, or it does not answer."""

    def __init__(self) -> None:
        super().__init__(
            "This computer's keyring can't keep the token.",
            "There is none that keeps secrets encrypted, or it is locked. The token is written nowhere else.",
            "Start or unlock the system's keyring and try again. Sessions by the customer's ID need no token.",
        )


class RightMissing(TeamViewerError):
    """The token is known, but may not do this."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer's token may not do this.",
            "It lacks the right to sessions or to connection reports. Nothing was done.",
            "Let the token have these rights in TeamViewer's management console.",
        )


class NoSuchSession(TeamViewerError):
    """TeamViewer knows no session of this code."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer does not know this session.",
            "The code was mistyped, or the session is long over.",
            "Check the code, or make a new session.",
        )


class NotFound(TeamViewerError):
    """Nothing is where the question went."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer's web API is not at the address that the desk has for it.",
            "Nothing was done.",
            "Check the address of the web API in the settings.",
        )


class Busy(TeamViewerError):
    """Too much was asked in a short time; `seconds` is how long TeamViewer wants to be left alone."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            "TeamViewer was asked too often and wants a pause.",
            f"Nothing was done. It takes questions again in {_in_words(seconds)}.",
            "Try again then.",
        )
        self.seconds = seconds


class Refused(TeamViewerError):
    """TeamViewer understood and will not do it; `status` is HTTP's, `told` is its own reason, if it gave one."""

    def __init__(self, status: int, told: str) -> None:
        reason = f" It says: “{told}”." if told else ""
        super().__init__(
            f"TeamViewer refused this (status {status}).{reason}",
            "Nothing was done.",
            "Correct what was entered, or ask whoever looks after the TeamViewer account.",
        )
        self.status = status


class Redirected(TeamViewerError):
    """The answer sent the desk elsewhere, where it does not go: the token would go along."""

    def __init__(self) -> None:
        super().__init__(
            "The answer leads away from TeamViewer.",
            "The desk did not follow, since its token would have gone along. Nothing was done.",
            "Check the address of the web API in the settings, and whether this network wants a sign-in first.",
        )


class Unreadable(TeamViewerError):
    """An answer came that is none of the web API, or lacks what it must hold; `why` completes “It …”."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The answer can't be used. It {why}.",
            "Perhaps something between this computer and TeamViewer answered in its place. It was not taken over.",
            f"Check whether this network wants a sign-in first, and try again. {_ELSE}",
        )


class BadLink(TeamViewerError):
    """An answer holds a link that does not lead to TeamViewer."""

    def __init__(self) -> None:
        super().__init__(
            "TeamViewer's answer holds a link that does not lead to TeamViewer.",
            "It is neither opened nor sent to anybody.",
            _ELSE,
        )


class TooMany(TeamViewerError):
    """The span of time has more reports than the desk takes at once."""

    def __init__(self, pages: int) -> None:
        super().__init__(
            f"There are more connection reports than {pages} pages hold.",
            "None were taken over, so that no part is taken for the whole.",
            "Ask for a shorter span of time.",
        )


def _in_words(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004 - of a minute and a half one speaks in minutes
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
