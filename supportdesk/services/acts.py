"""Every family of acts, imported so that its handlers are known; whoever applies what others did needs them all."""

from __future__ import annotations

from supportdesk.services import schedule, undo
from supportdesk.services.bringing import adding
from supportdesk.services.cases import (
    attachments,
    branches,
    cases,
    closing,
    conflicts,
    handling,
    information,
    linking,
    merging,
    remote_sessions,
    replies,
    unaccepted,
    visits,
)
from supportdesk.services.entitlements import contracts, credentials, engagements, incidents
from supportdesk.services.in_hand import adoption, attention
from supportdesk.services.operations import applying
from supportdesk.services.registers import (
    knowledge,
    people,
    policy_versions,
    products,
    releases,
    saved_views,
    staff,
)

FAMILIES = (
    adding,
    adoption,
    attachments,
    attention,
    branches,
    cases,
    closing,
    conflicts,
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
    unaccepted,
    undo,
    visits,
)
"""The modules whose handlers are registered by importing them."""


def known() -> frozenset[str]:
    """The names of all acts that this program can apply."""
    return applying.registered()
