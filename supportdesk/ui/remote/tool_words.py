"""What the shipped tools' files say, in the language of the window; what an administrator's says stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from supportdesk.remote.tool import Field, Mode, Tool

LABELS = (
    QT_TRANSLATE_NOOP("Remote", "AnyDesk address or alias"),
    QT_TRANSLATE_NOOP("Remote", "BeyondTrust site"),
    QT_TRANSLATE_NOOP("Remote", "Session key"),
    QT_TRANSLATE_NOOP("Remote", "Name of the computer"),
    QT_TRANSLATE_NOOP("Remote", "Computer"),
    QT_TRANSLATE_NOOP("Remote", "RustDesk ID"),
    QT_TRANSLATE_NOOP("Remote", "ScreenConnect site"),
    QT_TRANSLATE_NOOP("Remote", "Session"),
    QT_TRANSLATE_NOOP("Remote", "Splashtop account"),
    QT_TRANSLATE_NOOP("Remote", "MAC address of the computer"),
    QT_TRANSLATE_NOOP("Remote", "SOS code"),
    QT_TRANSLATE_NOOP("Remote", "TeamViewer ID"),
    QT_TRANSLATE_NOOP("Remote", "Session code"),
    QT_TRANSLATE_NOOP("Remote", "Link for the supporter"),
    QT_TRANSLATE_NOOP("Remote", "Link for the technician"),
    QT_TRANSLATE_NOOP("Remote", "Zoho site"),
)
WORDINGS = (
    QT_TRANSLATE_NOOP("Remote", "An AnyDesk address has 9 or 10 digits; an alias looks like office@ad."),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A site is a host's name without https://, such as acme.beyondtrustcloud.com.",
    ),
    QT_TRANSLATE_NOOP("Remote", "A session key has 7 letters and digits."),
    QT_TRANSLATE_NOOP("Remote", "A computer's name has up to 100 letters, digits, dots and hyphens."),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A computer is a name or an address, such as pc-7.example.com or "
        "192.0.2.7, with a port after a colon if needed.",
    ),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A RustDesk ID has 6 to 12 digits, or begins with a letter and has 6 to 16 letters and digits.",
    ),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A site is a host's name without https://, such as acme.screenconnect.com.",
    ),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A session has 32 digits and letters from a to f, in five parts with hyphens.",
    ),
    QT_TRANSLATE_NOOP("Remote", "A Splashtop account is an e-mail address."),
    QT_TRANSLATE_NOOP("Remote", "A MAC address has 12 digits and letters from A to F."),
    QT_TRANSLATE_NOOP("Remote", "An SOS code has 9 digits."),
    QT_TRANSLATE_NOOP("Remote", "A TeamViewer ID has 8 to 10 digits."),
    QT_TRANSLATE_NOOP("Remote", "A TeamViewer ID has 8 to 12 digits."),
    QT_TRANSLATE_NOOP("Remote", "A session code has 5 to 20 letters, digits and hyphens."),
    QT_TRANSLATE_NOOP("Remote", "A TeamViewer link begins with https:// and leads to teamviewer.com."),
    QT_TRANSLATE_NOOP(
        "Remote",
        "A Zoho Assist link begins with https://assist.zoho. and the ending of your region.",
    ),
    QT_TRANSLATE_NOOP("Remote", "A Zoho site is one of assist.zoho.com, .eu, .in and .com.au."),
    QT_TRANSLATE_NOOP("Remote", "A session key has 6 to 12 digits."),
)
NOTES = (
    QT_TRANSLATE_NOOP("Remote", "AnyDesk asks for the password, or for consent at the other end."),
    QT_TRANSLATE_NOOP("Remote", "The console asks you to sign in."),
    QT_TRANSLATE_NOOP("Remote", "Google asks you to sign in; the customer reads out the code."),
    QT_TRANSLATE_NOOP("Remote", "The site asks you to sign in."),
    QT_TRANSLATE_NOOP("Remote", "You sign in, and tell the customer the code that Quick Assist shows."),
    QT_TRANSLATE_NOOP("Remote", "The system asks for the password."),
    QT_TRANSLATE_NOOP("Remote", "RustDesk asks for the password."),
    QT_TRANSLATE_NOOP("Remote", "Splashtop asks you to sign in."),
    QT_TRANSLATE_NOOP("Remote", "TeamViewer asks for the password."),
    QT_TRANSLATE_NOOP("Remote", "The link needs no password."),
    QT_TRANSLATE_NOOP("Remote", "The viewer asks for the password."),
    QT_TRANSLATE_NOOP("Remote", "Zoho asks you to sign in."),
)


def field_name(field: Field) -> str:
    """What a field is called."""
    return in_language(field.label)


def secret_note(tool: Tool) -> str:
    """Who asks for the password: never this program."""
    return in_language(tool.secret_note)


def in_language(text: str) -> str:
    """A text of a tool's file; one that no translation knows is given back as it is."""
    return QCoreApplication.translate("Remote", text)


def mode_name(mode: Mode) -> str:
    """What a session is for, or what it is begun with."""
    return {
        Mode.CONTROL: QCoreApplication.translate("Remote", "Remote control"),
        Mode.FILE_TRANSFER: QCoreApplication.translate("Remote", "File transfer"),
        Mode.VPN: QCoreApplication.translate("Remote", "VPN"),
        Mode.SOS: QCoreApplication.translate("Remote", "SOS code"),
        Mode.UNATTENDED: QCoreApplication.translate("Remote", "Unattended computer"),
        Mode.KEY: QCoreApplication.translate("Remote", "Session key"),
    }[mode]
