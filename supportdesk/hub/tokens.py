"""Tokens: made from chance, handed out once and kept as hashes; which are good is decided by `sessions`."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass

_FAMILY_BYTES = 16
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token, and the refresh token that asks for the next pair."""

    access: str
    refresh: str


def hashed(secret: str) -> str:
    """How a secret is kept: a slow hash would gain nothing, as nobody guesses 32 random bytes."""
    return hashlib.sha256(secret.encode()).hexdigest()


def secret(chance: Callable[[int], bytes]) -> str:
    """A fresh secret of 32 bytes, in letters that go into a header."""
    return _written(chance(_SECRET_BYTES))


def first_pair(chance: Callable[[int], bytes]) -> Pair:
    """The first tokens of a session."""
    family = _written(chance(_FAMILY_BYTES))
    return Pair(secret(chance), f"{family}.{secret(chance)}")


def next_pair(refresh_token: str, salt: str) -> Pair:
    """The tokens that follow on a refresh token.

    They follow from the token and a salt that the hub made for this step, so that the same question gives the same
    answer although only hashes are kept; neither the token nor the salt alone gives them away.
    """
    access, refresh = (
        _written(hmac.digest(bytes.fromhex(salt), f"{purpose}.{refresh_token}".encode(), "sha256"))
        for purpose in ("access", "refresh")
    )
    return Pair(access, f"{family(refresh_token)}.{refresh}")


def family(refresh_token: str) -> str:
    """The part that all refresh tokens of a session share."""
    return refresh_token.partition(".")[0]


def salt(chance: Callable[[int], bytes]) -> str:
    """A fresh salt for `next_pair`."""
    return chance(_SECRET_BYTES).hex()


def _written(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()
