"""Every family of acts, imported so that its handlers are known; whoever applies what others did needs them all."""

from __future__ import annotations

from supportdesk.services import schedule, undo
from supportdesk.services.bringing import adding
from supportdesk.services.cases import (
    article_files,
    attachments,
    branches,
    cases,
    closing,
    conflicts,
    handling,
    information,
    linking,
    lost_files,
    merging,
    remote_reports,
    remote_sessions,
    replies,
    report_links,
    session_codes,
    unaccepted,
    visit_cases,
    visit_files,
    visit_papers,
    visit_reports,
    visits,
)
from supportdesk.services.entitlements import contracts, credentials, engagements, file_station, incidents
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
    article_files,
    attachments,
    attention,
    branches,
    cases,
    closing,
    conflicts,
    contracts,
    credentials,
    engagements,
    file_station,
    handling,
    incidents,
    information,
    knowledge,
    linking,
    lost_files,
    merging,
    people,
    policy_versions,
    products,
    releases,
    remote_reports,
    remote_sessions,
    replies,
    report_links,
    saved_views,
    schedule,
    session_codes,
    staff,
    unaccepted,
    undo,
    visit_cases,
    visit_files,
    visit_papers,
    visit_reports,
    visits,
)
"""The modules whose handlers are registered by importing them."""


def known() -> frozenset[str]:
    """The names of all acts that this program can apply."""
    return applying.registered()
