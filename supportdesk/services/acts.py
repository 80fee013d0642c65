"""Every family of acts, imported so that its handlers are known; whoever applies what others did needs them all."""

from __future__ import annotations

from supportdesk.services import (
    adoption,
    applying,
    attachments,
    attention,
    branches,
    cases,
    closing,
    contracts,
    credentials,
    engagements,
    handling,
    incidents,
    information,
    knowledge,
    linking,
    merging,
    people,
    policy_versions,
    products,
    releases,
    remote_sessions,
    replies,
    saved_views,
    schedule,
    staff,
    undo,
    visits,
)

FAMILIES = (
    adoption,
    attachments,
    attention,
    branches,
    cases,
    closing,
    contracts,
    credentials,
    engagements,
    handling,
    incidents,
    information,
    knowledge,
    linking,
    merging,
    people,
    policy_versions,
    products,
    releases,
    remote_sessions,
    replies,
    saved_views,
    schedule,
    staff,
    undo,
    visits,
)
"""The modules whose handlers are registered by importing them."""


def known() -> frozenset[str]:
    """The names of all acts that this program can apply."""
    return applying.registered()
