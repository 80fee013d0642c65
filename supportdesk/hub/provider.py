"""What an OpenID provider says and vouches for: its addresses, its keys, and whom an id token names; no accounts here.

The desk brings the id token and not the code: a desk is a public client with a redirect to its own loopback port, so
it alone holds the verifier that the code is worth nothing without (RFC 8252, RFC 7636), and the hub needs no secret of
the provider's. What ties the token to this hub is the nonce, which the hub made and takes once.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import jwt
import msgspec
import requests

from supportdesk.hub.problems import Refusal

Fetch = Callable[[str], Mapping[str, Any]]
"""Gets a JSON object over the network; Refusal where that fails."""

_WELL_KNOWN = "/.well-known/openid-configuration"
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_REQUIRED = ("iss", "sub", "aud", "exp", "iat", "nonce")
_KEPT_FOR = timedelta(hours=1)
# An unknown key makes the hub ask anew, but not as often as somebody makes one up.
_ASKED_AGAIN_AFTER = timedelta(minutes=1)
_LEEWAY = timedelta(minutes=1)
_MOST_BYTES = 1 << 20
_TIMEOUTS = (5, 10)
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for; the e-mail address only where the provider has verified it."""

    subject: str
    email: str | None
    name: str | None


@dataclass(slots=True)
class Provider:
    """One provider; what it says of itself is asked for when it is first needed, and again after an hour."""

    issuer: str
    client_id: str
    fetch: Fetch
    _lock: Lock = field(default_factory=Lock)
    _told: Mapping[str, Any] = field(default_factory=dict)
    _told_at: datetime | None = None
    _keys: Mapping[str, jwt.PyJWK] = field(default_factory=dict)
    _keys_at: datetime | None = None

    def endpoint(self, name: str, now: datetime) -> str:
        """An address by its name in the provider's own description, such as `token_endpoint`."""
        with self._lock:
            if self._told_at is None or now - self._told_at >= _KEPT_FOR:
                told = self.fetch(self.issuer.rstrip("/") + _WELL_KNOWN)
                if told.get("issuer") != self.issuer:
                    raise _unfit("it names itself otherwise than the settings do")
                self._told, self._told_at = told, now
            found = self._told.get(name)
        if not isinstance(found, str) or not is_safe(found):
            raise _unfit(f"its {name} is missing or not safe")
        return found

    def vouched(self, id_token: str, nonce: str, now: datetime) -> Vouched:
        """Whom an id token names, once everything about it has been checked.

        Refusal (401 `id_token`) for one that is not the provider's, not for this hub, not of this sign-on, or too old.
        """
        try:
            claims = self._claims(id_token, now)
        except jwt.PyJWTError as error:
            raise _refused() from error
        audience = claims["aud"]
        shared = isinstance(audience, list) and len(audience) > 1
        if (shared or "azp" in claims) and claims.get("azp") != self.client_id:
            raise _refused()
        expires, issued = claims["exp"], claims["iat"]
        if not isinstance(expires, (int, float)) or not isinstance(issued, (int, float)):
            raise _refused()
        at = now.timestamp()
        if expires + _LEEWAY.total_seconds() <= at or issued - _LEEWAY.total_seconds() > at:
            raise _refused()
        if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
            raise _refused()
        email, name = claims.get("email"), claims.get("name")
        verified = claims.get("email_verified") is True and isinstance(email, str)
        return Vouched(
            str(claims["sub"]), email if verified else None, name if isinstance(name, str) else None
        )

    def _claims(self, id_token: str, now: datetime) -> dict[str, Any]:
        header = jwt.get_unverified_header(id_token)
        if header.get("alg") not in _ALGORITHMS:
            raise _refused()
        key = self._key(str(header.get("kid", "")), now)
        claims: dict[str, Any] = jwt.decode(
            id_token,
            key,
            algorithms=[header["alg"]],
            audience=self.client_id,
            issuer=self.issuer,
            # The library would ask the machine for the time; here it is a parameter.
            options={
                "require": list(_REQUIRED),
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
        )
        return claims

    def _key(self, key_id: str, now: datetime) -> jwt.PyJWK:
        url = self.endpoint("jwks_uri", now)
        with self._lock:
            age = None if self._keys_at is None else now - self._keys_at
            if age is None or age >= _KEPT_FOR or (self._kept(key_id) is None and age >= _ASKED_AGAIN_AFTER):
                found = jwt.PyJWKSet.from_dict(dict(self.fetch(url)))
                self._keys = {str(key.key_id or ""): key for key in found.keys}
                self._keys_at = now
            key = self._kept(key_id)
        if key is None:
            raise _refused()
        return key

    def _kept(self, key_id: str) -> jwt.PyJWK | None:
        """The key with this id; a token may leave the id out where there is but one key."""
        if not key_id and len(self._keys) == 1:
            return next(iter(self._keys.values()))
        return self._keys.get(key_id)


def is_safe(url: str) -> bool:
    """Whether what is sent there is read by nobody on the way: TLS, or this machine itself."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def over_network(url: str) -> Mapping[str, Any]:
    """Get a JSON object; Refusal (503) where the provider can't be reached or says something else."""
    if not is_safe(url):
        raise _unfit("its address is not safe")
    try:
        with requests.get(url, timeout=_TIMEOUTS, stream=True, allow_redirects=False) as answer:
            answer.raise_for_status()
            content = answer.raw.read(_MOST_BYTES + 1, decode_content=True)

            told = msgspec.json.decode(content)
    except (requests.RequestException, ValueError) as error:
        raise _unfit("it can't be reached, or its answer can't be read") from error
    if len(content) > _MOST_BYTES or not isinstance(told, dict):
        raise _unfit("its answer is of another form")
    return told


def _unfit(why: str) -> Refusal:
    return Refusal(
        503,
        "provider",
        f"The provider of single sign-on can't be used: {why}.",
        "You are not signed in.",
        "Try again, or sign in by password.",
    )


def _refused() -> Refusal:
    return Refusal(
        401,
        "id_token",
        "What the provider of single sign-on said was not accepted.",
        "You are not signed in.",
        "Start the sign-on again.",
    )
