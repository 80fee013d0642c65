"""What slows guessing down: for whom failures count, how the delay grows and where it ends; passwords are next door.

Three things count failures: a login from one address (steep), a login from anywhere and an address with any login
(both with a low ceiling, so that nobody can keep another person or a whole office out). Who signs in from a device that
the hub knows counts by that device alone, and is let in whatever strangers do.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from supportdesk.hub.problems import Refusal
from supportdesk.store import throttle_rows
from supportdesk.store.store import Transaction

_FORGOTTEN_AFTER = timedelta(hours=6)
_DOUBLINGS_AT_MOST = 20
_IPV6_NETWORK = 64


@dataclass(frozen=True, slots=True)
class Rule:
    """So many failures are free; from there the delay doubles from a second up to the ceiling."""

    free: int
    ceiling: timedelta

    def delay(self, failures: int) -> timedelta:
        """How long nobody may try after so many failures."""
        over = failures - self.free
        if over <= 0:
            return timedelta()
        return min(timedelta(seconds=2 ** min(over - 1, _DOUBLINGS_AT_MOST)), self.ceiling)


STEEP = Rule(free=4, ceiling=timedelta(minutes=15))
LOGIN = Rule(free=10, ceiling=timedelta(seconds=30))
ADDRESS = Rule(free=30, ceiling=timedelta(seconds=60))

Keys = Mapping[str, Rule]
"""What an attempt counts for, each with its rule."""


def keys_of_stranger(login: str, address: str) -> Keys:
    """An attempt from a device that the hub does not know."""
    network = _network(address)
    return {
        _key("pair", login, network): STEEP,
        _key("login", login): LOGIN,
        _key("address", network): ADDRESS,
    }


def keys_of_address(address: str) -> Keys:
    """An attempt of which only its address is known."""
    return {_key("address", _network(address)): ADDRESS}


def keys_of_device(device_id: UUID) -> Keys:
    """An attempt from a device that proved to be the account's own."""
    return {_key("device", str(device_id)): STEEP}


def keys_of_account(account_id: UUID) -> Keys:
    """An attempt by somebody who is signed in and is asked for the password once more."""
    return {_key("account", str(account_id)): STEEP}


def begin(conn: Transaction, keys: Keys, now: datetime) -> None:
    """Count an attempt as failed before it is looked at, so that many at once gain nothing.

    Refusal (429) while the delay runs; an attempt made meanwhile does not lengthen it.
    """
    found = throttle_rows.held(conn, keys, now)
    wait = max((each.blocked_until - now for each in found.values()), default=timedelta())
    if wait > timedelta():
        raise _too_many(wait)
    for key, each in found.items():
        failures = (0 if now - each.last_at > _FORGOTTEN_AFTER else each.failures) + 1
        throttle_rows.put(conn, throttle_rows.Throttle(key, failures, now, now + keys[key].delay(failures)))
    throttle_rows.forget(conn, now - 2 * _FORGOTTEN_AFTER)


def succeed(conn: Transaction, keys: Keys, now: datetime) -> None:
    """Forget the failures of who got in. An address only gets this one back: its other failures were other people's."""
    throttle_rows.clear(conn, [key for key, rule in keys.items() if rule is not ADDRESS])
    shared = [key for key, rule in keys.items() if rule is ADDRESS]
    if not shared:
        return
    for each in throttle_rows.held(conn, shared, now).values():
        failures = max(each.failures - 1, 0)
        throttle_rows.put(conn, replace(each, failures=failures, blocked_until=now + ADDRESS.delay(failures)))


def _key(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def _network(address: str) -> str:
    """What one customer of a network gets: an IPv4 address, or an IPv6 network of 64 bits."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, _IPV6_NETWORK), strict=False))
    return str(found)


def _too_many(wait: timedelta) -> Refusal:
    seconds = math.ceil(wait.total_seconds())
    return Refusal(
        429,
        "too_many",
        "There were too many attempts.",
        "This one was not looked at.",
        f"Try again in {seconds} seconds.",
        headers={"Retry-After": str(seconds)},
    )
