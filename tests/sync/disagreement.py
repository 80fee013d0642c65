"""Two desks of one office that disagree about a case, made with real acts and a real hub; nothing is proved here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from supportdesk.domain.words import AgentRole, Channel
from supportdesk.services.cases import handling, replies
from supportdesk.services.operations.desk import Desk
from tests.services.desk_world import made
from tests.sync.office import Office, Seat, open_office


@dataclass
class Disagreement:
    """Nadia and Priya work on one case of Brookfield Housing; each sits at a desk of her own."""

    office: Office
    nadia: Seat
    priya: Seat
    case: UUID
    client: UUID
    contact: UUID

    @property
    def desk(self) -> Desk:
        """Nadia's."""
        return self.nadia.desk

    def severity_set_by_both(self) -> None:
        """Priya verifies S2 and is heard first; Nadia, out of reach, verified S3 before."""
        handling.verify_severity(self.nadia.desk, self.case, "S3", reason="One report only.")
        self.office.later(minutes=44)
        handling.verify_severity(self.priya.desk, self.case, "S2", reason="The month can't be closed.")
        self.priya.sync()
        self.office.later(minutes=100)
        self.nadia.sync()

    def stage_and_severity_set_by_both(self) -> None:
        """Two fields of the case, each set by both."""
        handling.move_stage(self.nadia.desk, self.case, "waiting_for_customer")
        handling.move_stage(self.priya.desk, self.case, "development")
        self.severity_set_by_both()

    def title_set_by_both(self) -> None:
        """A text of one line, of which one wins."""
        handling.edit(self.nadia.desk, self.case, title="MT940 lines with long texts are skipped")
        self.office.later(minutes=2)
        handling.edit(self.priya.desk, self.case, title="MT940 import skips field 86 over six rows")
        self.priya.sync()
        self.nadia.sync()

    def reply_held(self) -> None:
        """Nadia answers without having seen what the client wrote to Priya."""
        seen = self.office.now
        replies.reply(self.nadia.desk, self.case, "Send us the file of 20 November.", seen_until=seen)
        self.office.later(minutes=5)
        replies.client_entry(
            self.priya.desk,
            self.case,
            "The file is attached.",
            contact_id=self.contact,
            channel=Channel.EMAIL,
        )
        self.priya.sync()
        self.nadia.sync()


@contextmanager
def open_disagreement(folder: Path, server_url: str | None = None) -> Iterator[Disagreement]:
    """An office with a case that both desks have and nobody has touched yet."""
    with open_office(folder, server_url) as office:
        hub = office.hub
        toronto = hub.branch()
        nadia = hub.agent("Nadia Karim", AgentRole.SUPPORT_OFFICER, branch_id=toronto)
        priya = hub.agent("Priya Raman", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER, branch_id=toronto)
        client = hub.client("Brookfield Housing", branch_id=toronto)
        contact = made(hub.named_contact(client, "Grace Okafor"))
        hub.contract(client)
        case = hub.case(
            client,
            "Bank reconciliation skips lines imported by MT940",
            body="Lines are missing after the import.",
            severity="S2",
            contact_id=contact,
            branch_id=toronto,
            owner_id=nadia,
        )
        yield Disagreement(
            office, office.seat("nadia", nadia), office.seat("priya", priya), case, client, contact
        )
