"""The JSON commands as a script calls them: a process, its output and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from supportdesk.app.cli import main

if TYPE_CHECKING:
    from pathlib import Path

WEEK = {day: [["08:00", "20:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
CALENDAR = {"time_zone": "America/New_York", "weekly": WEEK, "holidays": [], "pauses": []}


def _run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk", *arguments], input=given, capture_output=True, check=False
    )


def _ask(items: list[Any], *arguments: str) -> list[Any]:
    done = _run(*arguments, given=json.dumps(items).encode())
    assert done.returncode == 0, done.stderr.decode()
    answers: list[Any] = json.loads(done.stdout)
    assert len(answers) == len(items)
    return answers


def test_TIME_2_calendar_answers_each_item_in_order() -> None:
    answers = _ask(
        [
            CALENDAR | {"start": "2025-06-02T10:00:00-04:00", "business_seconds": 86400},
            CALENDAR | {"time_zone": "Nowhere/Atall", "start": "2025-06-02T10:00:00Z", "business_seconds": 1},
            CALENDAR | {"start": "2025-06-02T10:00:00-04:00", "end": "2025-06-04T10:00:00-04:00"},
            17,
        ],
        "calendar",
    )
    assert answers[0] == {"due": "2025-06-04T10:00:00-04:00"}
    assert "Nowhere" in answers[1]["error"]
    assert answers[2] == {"elapsed_seconds": 86400}
    assert list(answers[3]) == ["error"]


def test_SPK_3_policy_explain_judges_a_case() -> None:
    logged = {"kind": "logged", "at": "2025-06-02T09:00:00-04:00"}
    (answer,) = _ask(
        [
            {
                "severity": "S1",
                "plan": {"after_hours": False},
                "events": [logged],
                "now": "2025-06-02T09:30:00-04:00",
            }
        ],
        "policy",
        "explain",
        "sparkrock",
    )
    assert answer["stage"] == "New"
    assert answer["first_response"] == {"due": "2025-06-02T11:00:00-04:00", "met_at": None, "missed": False}
    assert answer["next_update"] is None
    assert answer["refused"] == []


def test_one_item_that_is_unclear_takes_no_other_with_it() -> None:
    question = json.dumps(CALENDAR | {"start": "2025-06-02T10:00:00-04:00", "business_seconds": 3600})
    twice = question[:-1] + ', "business_seconds": 7200}'
    inner = question[:-1] + ', "more": [{"x": 1, "x": 1}]}'
    deep = '{"a,]}": "\\"", "b": ' + "[" * 100_000 + "]" * 100_000 + "}"
    given = f" [{question}, {twice},{inner}, {deep} ,{question}]\n".encode()
    done = _run("calendar", given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    first, second, third, fourth, last = json.loads(done.stdout)
    assert first == last == {"due": "2025-06-02T11:00:00-04:00"}
    assert second == {"error": 'The key "business_seconds" stands there more than once.'}
    assert third == {"error": 'The key "x" stands there more than once.'}
    assert fourth == {"error": "It is nested too deeply."}


@pytest.mark.parametrize("depth", [50, 200, 400, 800, 960, 990, 1000, 5000])
def test_an_item_of_any_depth_has_one_result(depth: int) -> None:
    item = (
        '{"time_zone": '
        + "[" * depth
        + "]" * depth
        + ', "events": '
        + '{"a":' * depth
        + "1"
        + "}" * depth
        + "}"
    )
    for command in (("calendar",), ("policy", "explain", "sage")):
        done = _run(*command, given=f"[{item}]".encode())
        assert (done.returncode, done.stderr) == (0, b"")
        (answer,) = json.loads(done.stdout)
        assert list(answer) == ["error"]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (b"", "line 1, column 1"),
        (b'[{"a": 1},\n nonsense]', "line 2"),
        (b"\xff\xfe\xfa", "byte 0"),
        (b'{"a": 1}', "array"),
        (b"[NaN]", "NaN"),
        (b"[" * 100_000, "deeply"),
    ],
)
def test_unreadable_input_ends_with_2_and_one_line_that_says_where(given: bytes, place: str) -> None:
    for command in (("calendar",), ("policy", "explain", "sage")):
        done = _run(*command, given=given)
        assert done.returncode == 2
        assert done.stdout == b""
        lines = done.stderr.decode().splitlines()
        assert len(lines) == 1
        assert place in lines[0]


def test_a_missing_input_file_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def test_policy_check_names_line_and_key_of_every_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["policy", "show", "sparkrock"]) == 0
    text = capsys.readouterr().out
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    assert main(["policy", "check", str(file)]) == 0
    capsys.readouterr()
    file.write_text(text.replace('time_zone = "America/New_York"', 'time_zone = "America/Atlantis"'), "utf-8")
    assert main(["policy", "check", str(file)]) == 1
    out = capsys.readouterr().out
    assert "Atlantis" in out
    assert "calendar.time_zone" in out
    assert out.startswith("line ")


def test_policy_list_names_the_five(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "list"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()] == [
        "onyxpro", "sage", "sapphireone", "sparkrock", "synergy",
    ]  # fmt: skip


def test_an_unknown_policy_is_refused_with_the_ones_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "explain", "nobody"]) == 1
    assert "sparkrock" in capsys.readouterr().err
