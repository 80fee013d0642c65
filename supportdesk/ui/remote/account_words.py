"""What is said of TeamViewer's web API: each way it can fail in the window's language, with a way on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.ui import moments


def refused(error: KnownError) -> KnownError:
    """A refusal of TeamViewer's in the window's language; any other is given back as it is."""
    if not isinstance(error, errors.TeamViewerError):
        return error
    return _of_token(error) or _of_network(error) or _of_answer(error)


def _by_hand() -> str:
    return QCoreApplication.translate("TeamViewer", "Or connect by the customer’s own ID, as above.")


def _nothing() -> str:
    return QCoreApplication.translate("TeamViewer", "Nothing was done.")


def _of_token(error: KnownError) -> KnownError | None:
    if isinstance(error, errors.NotConnected):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "No TeamViewer account is connected."),
            QCoreApplication.translate("TeamViewer", "Connect one with a script token."),
            _by_hand(),
        )
    if isinstance(error, errors.TokenNotKept):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "This computer’s keyring can’t keep the token."),
            QCoreApplication.translate(
                "TeamViewer",
                "There is none that keeps secrets encrypted, or it is locked. The token is written nowhere else.",
            ),
            QCoreApplication.translate(
                "TeamViewer", "Start or unlock the keyring. Sessions by the customer’s ID need no token."
            ),
        )
    if isinstance(error, errors.TokenRefused):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "TeamViewer does not take the token."),
            QCoreApplication.translate("TeamViewer", "It has run out, was withdrawn, or was typed wrong."),
            QCoreApplication.translate(
                "TeamViewer", "Make a new script token in TeamViewer’s management console and connect again."
            ),
        )
    if isinstance(error, errors.NoToken):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "This can’t be a token."),
            QCoreApplication.translate(
                "TeamViewer", "It is empty, or has spaces or letters that no token has."
            ),
            QCoreApplication.translate("TeamViewer", "Copy it again from TeamViewer’s management console."),
        )
    if isinstance(error, errors.RightMissing):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "TeamViewer’s token may not do this."),
            QCoreApplication.translate(
                "TeamViewer", "It lacks the right to sessions or to connection reports."
            ),
            QCoreApplication.translate(
                "TeamViewer", "Let the token have these rights in TeamViewer’s management console."
            ),
        )
    return None


def _of_network(error: KnownError) -> KnownError | None:
    if isinstance(error, errors.Offline):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "TeamViewer can’t be reached."),
            QCoreApplication.translate(
                "TeamViewer",
                "This computer seems to be offline. Nothing was asked, and nothing waits to be sent.",
            ),
            QCoreApplication.translate("TeamViewer", "Try again once you are online."),
        )
    if isinstance(error, errors.Busy):
        told = QCoreApplication.translate(
            "TeamViewer", "Nothing was done. It takes questions again in {length}."
        )
        return KnownError(
            QCoreApplication.translate("TeamViewer", "TeamViewer was asked too often and wants a pause."),
            told.format(length=_length(error.seconds)),
            QCoreApplication.translate("TeamViewer", "Try again then."),
        )
    if isinstance(error, errors.NotTrusted):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "Who answered could not prove to be TeamViewer."),
            QCoreApplication.translate(
                "TeamViewer", "Nothing was sent: somebody may be listening, or this computer’s date is wrong."
            ),
            QCoreApplication.translate(
                "TeamViewer", "Check the date of this computer, or ask whoever looks after the network."
            ),
        )
    if isinstance(error, errors.Unclear):
        meaning = _nothing()
        if error.changes:
            meaning = QCoreApplication.translate(
                "TeamViewer", "A session may have been made all the same; nothing of it is noted here."
            )
        return KnownError(
            QCoreApplication.translate("TeamViewer", "The connection broke off before TeamViewer’s answer."),
            meaning,
            QCoreApplication.translate("TeamViewer", "Try again."),
        )
    return None


def _of_answer(error: KnownError) -> KnownError:
    again = QCoreApplication.translate("TeamViewer", "Try again later.")
    if isinstance(error, errors.ServerFault):
        told = QCoreApplication.translate(
            "TeamViewer", "TeamViewer has a fault of its own (status {status})."
        )
        return KnownError(told.format(status=error.status), again, _by_hand())
    if isinstance(error, errors.Redirected | errors.Unreadable | errors.BadLink | errors.NotFound):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "What came back is no answer of TeamViewer’s."),
            QCoreApplication.translate(
                "TeamViewer", "Perhaps this network wants a sign-in first. Nothing of it was taken over."
            ),
            _by_hand(),
        )
    if isinstance(error, errors.TooMany):
        return KnownError(
            QCoreApplication.translate("TeamViewer", "There are more reports than can be fetched at once."),
            QCoreApplication.translate("TeamViewer", "None were taken over."),
            QCoreApplication.translate("TeamViewer", "Ask whoever looks after the desk."),
        )
    if isinstance(error, errors.Refused):
        told = QCoreApplication.translate("TeamViewer", "TeamViewer refused this (status {status}).")
        return KnownError(told.format(status=error.status), _nothing(), _by_hand())
    return KnownError(error.what, error.meaning, error.remedy)


def _length(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 90:
        return QCoreApplication.translate("TeamViewer", "{seconds} s").format(seconds=whole)
    return moments.duration(max(60, whole))


def evidence_words(evidence: tuple[str, ...]) -> str:
    """What speaks for a case, in a few words."""
    known = {
        "field": QCoreApplication.translate("TeamViewer", "the session’s own field"),
        "code": QCoreApplication.translate("TeamViewer", "session code"),
        "device": QCoreApplication.translate("TeamViewer", "same device"),
        "device_name": QCoreApplication.translate("TeamViewer", "device of this name"),
        "officer": QCoreApplication.translate("TeamViewer", "same officer"),
        "together": QCoreApplication.translate("TeamViewer", "began together"),
        "within": QCoreApplication.translate("TeamViewer", "within the session"),
        "beside": QCoreApplication.translate("TeamViewer", "about that time"),
        "open": QCoreApplication.translate("TeamViewer", "case open then"),
    }
    return moments.listed(known[each] for each in evidence if each in known)
