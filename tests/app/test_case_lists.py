"""What the `case` command calls by name, and the lists, searches and words that it prints."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supportdesk.app.case_options import JSON_HELP
from supportdesk.app.cli import main
from supportdesk.config.paths import Profile
from supportdesk.services.registers import saved_views
from tests.app.case_desk import Say, Tell, new
from tests.app.desk_process import looked_into
from tests.services.importing.exports import SAMPLES


def test_a_case_is_named_by_every_form_of_its_number_and_by_its_id(profile: Profile, say: Say) -> None:
    case = new(say)
    year, _, count = case["number"].removeprefix("C-").partition("-")
    for called in (
        case["number"],
        case["number"].lower(),
        "1",
        "#1",
        "000001",
        f"{year}-1",
        f"C-{year}-{count}",
        case["id"],
    ):
        assert say("show", called)[1]["case"]["id"] == case["id"]
    assert say("list", "all_open")[1]["cases"][0]["short"] == "1"
    for called in ("2", "C-1999-000001", "", " ", "X", "9" * 400, "0" * 32, '"'):
        status, document = say("show", called)
        assert (status, document["error"]["rule"]) == (1, None)


def test_a_bare_number_is_this_years_and_else_must_be_the_only_one(profile: Profile, say: Say) -> None:
    for _ in range(3):
        new(say)
    year = datetime.now(UTC).year
    with looked_into(profile) as desk, desk.store.write() as conn:
        for count, (old_year, number) in enumerate(((year - 3, 7), (year - 2, 7), (year - 1, 1)), start=1):
            conn.exec_driver_sql(
                'UPDATE "case" SET number = ? WHERE number = ?',
                (f"C-{old_year}-{number:06d}", f"C-{year}-{count:06d}"),
            )
    assert say("show", "1")[1]["case"]["number"] == f"C-{year - 1}-000001"
    status, document = say("show", "7")
    assert status == 1
    assert f"C-{year - 3}-000007, C-{year - 2}-000007" in document["error"]["what"]
    assert say("show", f"{year - 2}-7")[0] == 0


def test_an_imported_case_is_named_by_the_number_it_had(profile: Profile, say: Say) -> None:
    assert main(["--profile", str(profile.root), "import", str(SAMPLES / "osticket.csv")]) == 0
    with looked_into(profile) as desk, desk.store.read() as conn:
        had = [(row[0], row[1]) for row in conn.exec_driver_sql('SELECT source_number, number FROM "case"')]
    for former, number in had:
        assert say("show", former)[1]["case"]["number"] == number
    assert say("show", had[0][0][:-1])[0] == 1


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (("--client", "hart"), "Hartwell Motors (HARTW); Hartmann AG (HARTM)"),
        (("--client", "nobody"), "Pinewood (PINE)"),
        (("--client", "00000000-0000-0000-0000-000000000001"), "no organisation"),
        (("--client", ""), "Pinewood (PINE)"),
        (("--client", "HARTW", "--contact", "dagobert"), "Diane Hartwell (diane@h.example)"),
        (("--client", "HARTW", "--owner", "dagobert"), "Nadia Karim (nadia@desk.example)"),
        (("--client", "HARTW", "--product", "paint"), "Ledgerline ERP"),
        (("--client", "HARTW", "--channel", "pigeon"), "email"),
        (("--client", "HARTW", "--part", "colour=red"), "steps"),
        (("--client", "HARTW", "--part", "screenshot=red"), "--attach"),
        (("--client", "HARTW", "--part", "steps=a", "--part", "steps=b"), "more than once"),
        (("--client", "HARTW", "--answer", "colour=red"), "workaround"),
        (("--client", "HARTW", "--answer", "workaround=maybe"), "yes (Yes)"),
        (("--client", "HARTW", "--severity", "S9"), "S1, S2, S3, S4"),
        (("--client", "HARTW", "--policy", "sage"), "sparkrock"),
        (("--policy", "nothing"), "sparkrock"),
        ((), "names no client"),
    ],
)
def test_a_name_that_is_none_says_which_there_are(say: Say, words: tuple[str, ...], there: str) -> None:
    status, document = say("new", "--title", "x", *words)
    assert status == 1
    assert there in " ".join(str(part) for part in document["error"].values())
    assert say("list", "everything")[1]["count"] == 0


# ------------------------------------------------------------------ lists


def test_a_list_is_read_page_by_page_under_its_groups(profile: Profile, say: Say) -> None:
    numbers = {new(say, "--severity", severity)["number"] for severity in ("S1", "S2", "S3", "S4")}
    with looked_into(profile) as desk:
        saved_views.save_view(desk, "The grave ones", "severity:S1")
    _, first = say("list", "All open cases", "--limit", 3)
    assert (first["view"], first["count"], len(first["cases"])) == ("all_open", 4, 3)
    assert sum(group["count"] for group in first["groups"]) == 4
    assert first["cases"][0]["group"] == first["groups"][0]["key"]
    assert first["next"] == first["cases"][-1]["number"]
    _, rest = say("list", "all_open", "--after", first["next"])
    assert (rest["next"], rest["skipped"], len(rest["cases"])) == (None, 3, 1)
    assert {row["number"] for row in first["cases"] + rest["cases"]} == numbers
    assert say("list", "all-open", "--skip", 3)[1]["cases"] == rest["cases"]
    assert say("list", "everything", "--limit", 0)[1]["cases"] == []
    _, saved = say("list", "the grave ones")
    assert (saved["view"], saved["search"], saved["count"]) == ("The grave ones", "severity:S1", 1)
    assert say("list", "berlin")[1]["view"] == "Berlin"
    _, newest = say("list", "everything", "--sort", "newest")
    assert [row["group"] for row in newest["cases"]] == [None] * 4
    assert [row["number"] for row in newest["cases"]] == sorted(numbers, reverse=True)
    assert "Unassigned" in say("list", "nowhere")[1]["error"]["meaning"]
    assert say("list", "mine", "--after", first["next"])[1]["error"]["remedy"].count("--skip") == 1


def test_a_search_speaks_the_desks_language_and_says_what_it_did_not_understand(say: Say, tell: Tell) -> None:
    new(say, "--text", "The ledger is red")
    assert say("search", "client:hartwell", "red")[1]["count"] == 1
    _, odd = say("search", "colour:red")
    assert "colour" in odd["problem"]
    assert say("search", " ")[0] == 1
    status, out, err = tell("search", "colour:red")
    assert (status, "0 of 0 cases" in out, "colour" in err) == (0, True, True)


def test_what_is_printed_for_people_is_short_and_steers_no_terminal(say: Say, tell: Tell) -> None:
    number = new(say, "--text", "a\x1b[2Jb\u202ec", "--severity", "S1", "--owner", "me")["number"]
    status, out, err = tell("show", number)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == f"{number}  Payroll stops"
    assert "Severity S1 Critical" in out
    assert "\x1b" not in out
    assert "\u202e" not in out
    _, out, _ = tell("list")
    assert number in out
    assert "1 of 1 cases" in out
    _, out, _ = tell("move", number, "development")
    assert "Development (development)" in out


def test_the_help_names_every_field(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"a")
    words = ("--contact", "diane", "--severity", "S1", "--attach", file, "--owner", "me", "--part", "steps=x")
    new(say, *words)
    _, shown = say("show", 1)
    _, listed = say("list", "all_open")
    told = set(re.findall(r"\w+", JSON_HELP))

    def fields(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(fields, value))
        if not isinstance(value, dict):
            return set()
        # What the policy, the import or an entry names is no field of ours.
        inner = {
            name: each
            for name, each in value.items()
            if name not in {"data", "params", "extra", "seconds_spent"}
        }
        return set(value).union(*map(fields, inner.values()))

    assert fields(shown) - told == set()
    assert fields(listed) - told == set()
