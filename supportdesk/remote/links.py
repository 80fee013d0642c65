"""Hosts and https links that may be opened; which hosts a tool allows stands in its record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes, urlsplit, urlunsplit

LONGEST_LINK = 2048
LONGEST_HOST = 253
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.ASCII)
_LINK = re.compile(
    r"https://([A-Za-z0-9.-]+)(:443)?((?:[/?#][A-Za-z0-9._~:/?#@!$&()*+,;=%\[\]-]*)?)", re.ASCII
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SPACE, _DELETE = 0x20, 0x7F


def is_host(text: str) -> bool:
    """Whether this is a host's name or an IPv4 address, in ASCII. Others are to be written in their `xn--` form."""
    return len(text) <= LONGEST_HOST and _HOST.fullmatch(text) is not None


def is_host_pattern(text: str) -> bool:
    """Whether this can stand in a list of hosts: a host, or `*.` and a host of at least two parts."""
    bare = text.removeprefix("*.")
    return is_host(bare) and bare == bare.lower() and "." in bare


def host_allowed(host: str, patterns: Iterable[str]) -> bool:
    """Whether the host is on the list. `*.example.com` allows what lies below example.com, not itself."""
    host = host.lower()
    if not is_host(host):
        return False
    return any(_matches(host, pattern.lower()) for pattern in patterns if is_host_pattern(pattern.lower()))


def _matches(host: str, pattern: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def checked_link(text: str) -> tuple[str, str] | None:
    """The link as it will be opened, and its host; None for anything but a plain https link.

    A plain link has no user, no port but 443, only ASCII, no encoded control characters, and is the same after it
    was taken apart and put together again.
    """
    found = _LINK.fullmatch(text)
    if found is None or len(text) > LONGEST_LINK or _BROKEN_PERCENT.search(text):
        return None
    host = found[1].lower()
    if not is_host(host) or any(byte < _SPACE or byte == _DELETE for byte in unquote_to_bytes(text)):
        return None
    rest = found[3]
    link = f"https://{host}{rest if rest.startswith('/') else f'/{rest}'}"
    return (link, host) if _rebuilt(link, host) == link else None


def _rebuilt(link: str, host: str) -> str:
    try:
        parts = urlsplit(link)
        plain = (
            parts.scheme == "https"
            and parts.netloc == host == parts.hostname
            and parts.username is None
            and parts.port is None
        )
    except ValueError:
        return ""
    return urlunsplit(parts) if plain else ""
