"""Templates with {holes}: what they may hold and what filling them gives; values are checked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

SCHEMES = frozenset(
    {"https", "teamviewer10", "anydesk", "rustdesk", "ms-quick-assist", "rdp", "vnc", "st-business"}
)
"""All that may ever be opened. It stands in code, so that no file can widen it."""

# Links of these programs that change the program itself instead of starting a session (CVE-2026-30793 and -30797).
_SETTING_LINKS = re.compile(
    r"rustdesk:/*(?:config|password|terminal-admin)\b|anydesk:/*register-license\b", re.IGNORECASE
)
_SECRET = re.compile(r"passw|passphrase|pwd|secret|authorization|authkey", re.IGNORECASE)
_SHELL_NAMES = (
    "sh bash dash zsh fish ksh csh tcsh busybox cmd command powershell pwsh wscript cscript mshta rundll32 regsvr32 "
    "conhost wt start explorer osascript env sudo su doas pkexec xterm nohup xdg-open python python3 perl ruby node php"
)
SHELLS = frozenset(_SHELL_NAMES.split())
_HOLE = re.compile(r"\{([a-z][a-z_]*)\}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_ENCODED = r"((?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+)"


def holes(template: str) -> tuple[str, ...]:
    """The names of the holes, from left to right."""
    return tuple(_HOLE.findall(template))


def has_stray_braces(template: str) -> bool:
    """Whether anything but plain holes is written in braces."""
    return bool(re.search(r"[{}]", _HOLE.sub("", template)))


def scheme(text: str) -> str:
    """The scheme that a link or an argument begins with, in small letters; "" where it begins with none."""
    found = _SCHEME.match(text)
    return found[1].lower() if found else ""


def names_secret(text: str) -> bool:
    """Whether a text speaks of a password; no template and no value read from a registry may."""
    return _SECRET.search(text) is not None


def changes_a_setting(text: str) -> bool:
    """Whether a link would change a tool's settings instead of starting a session."""
    return _SETTING_LINKS.search(text) is not None


def is_shell(text: str) -> bool:
    """Whether an argument names a program that runs other programs, with a path or without."""
    name = re.split(r"[\\/]", text.strip())[-1].lower()
    return name.removesuffix(".exe").removesuffix(".com") in SHELLS


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with every hole filled by its whole value; KeyError for a hole without one."""
    return _HOLE.sub(lambda found: values[found[1]], template)


def filled_uri(template: str, values: Mapping[str, str]) -> str | None:
    """The link with every value percent-encoded, or None if reading it back doesn't give the same values."""
    uri = filled(template, {name: quote(values[name], safe="") for name in holes(template)})
    parts = _HOLE.split(template)
    # The odd parts are the holes' names.
    pattern = "".join(_ENCODED if number % 2 else re.escape(part) for number, part in enumerate(parts))
    found = re.fullmatch(pattern, uri, re.ASCII)
    if found is None or [unquote(value) for value in found.groups()] != [
        values[name] for name in parts[1::2]
    ]:
        return None
    return uri
