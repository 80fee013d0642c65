"""Exports of five help desks, record by record."""

from datetime import UTC, datetime

import pytest

from supportdesk.domain.words import Channel, EntryKind
from supportdesk.services.importing import CaseStory, open_source
from tests.services.desk_world import World
from tests.services.importing.exports import SAMPLES, case_row, entry_rows, guessed, imported, read, stories


def _at(day: int, hour: int, minute: int, month: int = 6) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=UTC)


def _told(story: CaseStory) -> list[tuple[str, datetime]]:
    return [(entry.kind.value, entry.at) for entry in story.entries]


def _stage(story: CaseStory) -> str:
    """Where the last move takes the case; "" if nothing moves it."""
    last = story.entries[-1]
    if last.kind is EntryKind.CLOSED:
        return "closed"
    return (last.event.to or "") if last.event and last.kind is EntryKind.STAGE else ""


@pytest.mark.parametrize(
    ("name", "product", "records"),
    [
        ("zammad_report.csv", "zammad", 3),
        ("zammad_tickets.json", "zammad", 3),
        ("osticket.csv", "osticket", 3),
        ("freshdesk.csv", "freshdesk", 3),
        ("freshdesk_tickets.json", "freshdesk", 2),
        ("zendesk.csv", "zendesk", 2),
        ("zendesk_export.ndjson", "zendesk", 2),
        ("jira.csv", "jira", 2),
    ],
)
def test_each_export_is_recognised_and_imported_whole_once(
    world: World, name: str, product: str, records: int
) -> None:
    path = SAMPLES / name
    assert guessed(path).product == product
    report = imported(world, path)
    assert (report.new, report.unchanged, report.refused, report.differs) == (records, 0, (), ())
    again = imported(world, path)
    assert (again.new, again.unchanged, again.refused, again.differs) == (0, records, (), ())


def test_zammad_report() -> None:
    told = stories(SAMPLES / "zammad_report.csv")
    tax, login, master = told["22001"], told["22002"], told["22003"]
    assert (tax.title, tax.severity, tax.organisation, tax.contact) == (
        "Invoice print shows wrong tax", "S3", "Weiss GmbH", "Paul Weiss",
    )  # fmt: skip
    assert (tax.owner, tax.team, tax.channel) == ("Ida Berg", "First level", Channel.EMAIL)
    # Berlin is two hours ahead of UTC.
    assert _told(tax) == [
        ("logged", _at(2, 7, 30)), ("assigned", _at(2, 7, 30)), ("reply", _at(2, 8, 0)), ("stage", _at(2, 9, 5)),
    ]  # fmt: skip
    assert _stage(tax) == "in_progress"
    assert tax.extra["tags"] == "print,tax"
    assert tax.extra["Time Units Total"] == "0.5"
    assert tax.extra["First Response Diff In Min"] == "30"
    assert (login.organisation, login.owner, login.severity) == ("Ruiz, Hijos y Cía", "", "S2")
    assert _told(login)[-1] == ("closed", _at(5, 7, 12))
    assert login.extra["Close Diff In Min"] == "-507"
    assert (master.title, master.organisation, master.severity, _stage(master)) == (
        "Übernahme der Stammdaten", "", "S4", "waiting_for_customer",
    )  # fmt: skip


def test_zammad_json_tells_the_same_instants_by_id() -> None:
    table, objects = stories(SAMPLES / "zammad_report.csv"), stories(SAMPLES / "zammad_tickets.json")
    assert table.keys() == objects.keys()
    for number, story in objects.items():
        assert story.logged_at == table[number].logged_at
        assert (story.severity, _stage(story)) == (table[number].severity, _stage(table[number]))
    first = objects["22001"]
    assert (first.organisation, first.contact, first.owner, first.team) == (
        "Organisation 1", "Customer 7", "Agent 3", "Group 1",
    )  # fmt: skip
    assert _told(first)[2] == ("reply", _at(2, 8, 0))
    assert objects["22003"].extra["pending_time"] == "2025-06-11T06:00:00.000Z"
    assert first.extra["id"] == "1"


def test_osticket() -> None:
    source = open_source(SAMPLES / "osticket.csv")
    assert (source.delimiter, source.encoding) == (";", "utf-8-sig")
    told = stories(source.path)
    assert told["100231"].title == 'Printer "B" offline; second floor'
    # The quote that guards a cell from being taken for a formula is gone.
    assert told["100232"].title == "=SUM(A1) gives an error"
    assert told["100233"].title == "-10 % discount missing second line of the subject"
    assert [told[number].severity for number in sorted(told)] == ["S3", "S2", "S1"]
    assert [_stage(told[number]) for number in sorted(told)] == ["in_progress", "complete", "in_progress"]
    tier = told["100232"]
    assert (tier.contact, tier.contact_email, tier.owner) == ("Li Wei", "li.wei@example.org", "Sam Oak")
    assert (tier.team, tier.extra["Department"], tier.product, tier.channel) == (
        "Tier 2", "Support", "Payroll", Channel.PORTAL,
    )  # fmt: skip
    assert _told(tier)[-1] == ("stage", _at(3, 6, 0))
    assert (told["100233"].team, told["100233"].owner) == ("Billing", "")
    assert tier.extra["Reopen Count"] == "1"


def test_freshdesk_csv() -> None:
    told = stories(SAMPLES / "freshdesk.csv")
    journal, vat, parent = told["501"], told["502"], told["503"]
    assert (journal.organisation, journal.contact, journal.contact_email) == (
        "Park Ltd", "Kim Park", "kim.park@example.net",
    )  # fmt: skip
    assert (journal.severity, journal.owner, journal.product) == ("S1", "Ola Nord", "Ledger")
    assert ("reply", _at(2, 8, 2)) in _told(journal)
    assert vat.organisation == "Sánchez y Asociados, S.L."
    assert _told(vat)[-2:] == [("stage", _at(3, 16, 10)), ("closed", _at(5, 16, 10))]
    assert vat.extra["First response time (in hrs)"] == "62:25:00"
    assert vat.extra["Resolution status"] == "SLA Violated"
    assert (parent.title, parent.owner, parent.severity) == ("(no subject)", "", "S3")
    assert _stage(parent) == "waiting_for_customer"


def test_freshdesk_json_old_and_new_tell_what_the_table_tells() -> None:
    table, objects = stories(SAMPLES / "freshdesk.csv"), stories(SAMPLES / "freshdesk_tickets.json")
    assert objects.keys() == {"501", "502"}
    for number, story in objects.items():
        assert story.logged_at == table[number].logged_at
        assert (story.severity, _stage(story), story.channel) == (
            table[number].severity, _stage(table[number]), table[number].channel,
        )  # fmt: skip
    journal, vat = objects["501"], objects["502"]
    assert journal.entries[0].body == "The journal stays grey."
    assert journal.extra["custom_fields.cf_version"] == "9.2"
    assert journal.extra["tags"] == "posting, journal"
    assert (vat.contact, vat.owner, vat.extra["id"]) == ("Eva Maria Sánchez", "Ola Nord", "99502")


def test_zendesk_table_and_lines_are_the_same_tickets() -> None:
    # The table's times are those of New York, which it does not say; the lines' are UTC.
    table = stories(SAMPLES / "zendesk.csv", "America/New_York")
    lines = stories(SAMPLES / "zendesk_export.ndjson", "Asia/Tokyo")
    assert table.keys() == lines.keys() == {"3501", "3502"}
    for number, story in lines.items():
        assert story.logged_at == table[number].logged_at
        assert (story.severity, _stage(story), story.channel) == (
            table[number].severity, _stage(table[number]), table[number].channel,
        )  # fmt: skip
    posting, call = table["3501"], table["3502"]
    assert (posting.organisation, posting.contact, posting.owner) == ("Reed Inc", "Tom Reed", "Nina Fox")
    # 31 minutes after the logging, as the table has it in minutes only.
    assert ("reply", _at(2, 8, 1)) in _told(posting)
    assert ("stage", _at(3, 9, 10)) in _told(posting)
    assert posting.extra["Module [list]"] == "Ledger"
    assert (call.severity, call.owner, call.channel) == (None, "", Channel.PHONE)
    assert "Satisfaction Score" in call.extra
    said = [(entry.kind.value, entry.author, entry.body) for entry in lines["3501"].entries]
    assert said == [
        ("logged", "", "We cannot post into May."),
        ("assigned", "", ""),
        ("reply", "Agent 55", "Period reopened.\nPlease try again."),
        ("note", "Agent 55", "internal: checked the log"),
        ("stage", "", ""),
    ]


def test_jira() -> None:
    told = stories(SAMPLES / "jira.csv", "UTC")
    loops, export = told["SUP-12"], told["SUP-13"]
    assert loops.entries[0].body == 'Steps:\n1. open "portal"\n2. sign in, get sent back'
    assert (loops.contact, loops.owner, loops.severity) == ("Alice Chen", "Bob Roy", "S2")
    assert loops.extra["tags"] == "login, sso, urgent-fix"
    assert loops.extra["Watchers"] == "Alice Chen, Bob Roy"
    assert loops.extra["Custom field (Time to first response)"] == "0:35"
    assert loops.extra["Priority"] == "High"
    assert [(entry.kind.value, entry.at, entry.author, entry.body) for entry in loops.entries[2:4]] == [
        ("reply", _at(14, 16, 17, 7), "Bob Roy", "Seen; trying at 9:30; then logs"),
        ("client", _at(15, 9, 0, 7), "", "Still the same"),
    ]
    assert _stage(loops) == "waiting_for_customer"
    assert (export.logged_at, export.severity, _stage(export)) == (_at(1, 0, 5, 8), "S3", "complete")
    assert export.entries[0].body == "One line; with semicolons"
    assert _told(export)[-1] == ("stage", _at(2, 12, 0, 8))


def test_no_value_of_a_sample_is_lost() -> None:
    for path in sorted(SAMPLES.glob("*.csv")):
        records = list(open_source(path).records())
        for record, story in zip(records, read(path), strict=True):
            assert isinstance(story, CaseStory)
            # Stages, priorities, channels and instants are turned into ours; all else is there as it was.
            kept = " ".join(" ".join([*story.extra.values(), *map(str, _texts(story))]).split())
            for heading, cell in zip(open_source(path).headers, record.cells, strict=True):
                plain = " ".join(cell.lstrip("'").split())
                if heading in _TURNED or plain in {"", "-", "No Agent"}:
                    continue
                said = plain.split(";", 2)[2].strip() if heading == "Comment" else plain
                assert said in kept, (path.name, heading)


_TURNED = {
    "Status", "State", "Priority", "Current Status", "Source", "Via", "Create Channel", "Custom field (Severity)",
    "Created At", "Updated At", "Closed At", "First Response At", "Date Created", "Last Updated", "Closed Date",
    "Created time", "Resolved time", "Closed time", "Last update time", "Initial response time",
    "Created at", "Updated at", "Solved at", "Created", "Updated", "Resolved", "First reply time in minutes",
}  # fmt: skip


def _texts(story: CaseStory) -> list[str]:
    return [
        story.number, story.title, story.organisation, story.contact, story.contact_email, story.owner,
        story.team, story.product, *(entry.body for entry in story.entries),
    ]  # fmt: skip


def test_SPK_3_a_known_first_response_is_judged_and_an_unknown_one_is_not(world: World) -> None:
    imported(world, SAMPLES / "zammad_report.csv")
    answered, late, unknown = (case_row(world, number) for number in ("22001", "22002", "22003"))
    with world.store.read() as conn:
        clocks = dict(
            tuple(row)
            for row in conn.exec_driver_sql(
                "SELECT case_id, verdict FROM clock WHERE kind = 'first_response'"
            )
        )
    assert clocks[answered["id"].bytes] == "met"
    assert late["id"].bytes in clocks
    assert unknown["id"].bytes not in clocks


def test_an_imported_case_reads_like_one_of_our_own(world: World) -> None:
    imported(world, SAMPLES / "jira.csv")
    case = case_row(world, "SUP-12")
    assert case["number"] == "C-2025-000001"
    assert (case["source"], case["stage"], case["open"]) == ("jira", "waiting_for_customer", True)
    lines = entry_rows(world, case["id"])
    assert [line["kind"] for line in lines] == ["logged", "assigned", "reply", "client", "stage"]
    assert lines[-1]["data"] == {
        "from": "new",
        "to": "waiting_for_customer",
        "to_word": "Waiting for customer",
    }
    with world.store.read() as conn:
        found = conn.exec_driver_sql("SELECT rowid FROM case_search WHERE case_search MATCH 'loops portal'")
        assert [row for (row,) in found] == [case["row"]]
