"""What the `case` command prints: one JSON document, or a short text of the same; nothing in it steers a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from supportdesk.services.views import GroupKey
from supportdesk.ui import labels

Plain = Mapping[str, Any]

# What a client writes must not move a cursor, name a window or turn a line round.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LABEL = 10


def print_json(document: Plain) -> None:
    """One document; escaped, so that any terminal and any pipe can hold it."""
    sys.stdout.write(json.dumps(document, ensure_ascii=True, indent=1) + "\n")


def print_text(act: str, answer: Plain, zone: ZoneInfo) -> None:
    """The same in words, with the times of `zone`."""
    words = _Words(zone)
    if act in {"list", "search"}:
        lines = words.listed(answer)
    elif act == "show":
        lines = words.shown(answer)
    else:
        lines = words.acted(answer)
    print_lines(lines)
    if answer.get("problem"):
        print(answer["problem"], file=sys.stderr)


def print_lines(lines: Iterable[str]) -> None:
    """Lines of which nothing steers a terminal."""
    for line in lines:
        print(_STEERING.sub("\ufffd", line).rstrip())


class _Words:
    """Plain values as lines for people."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def acted(self, answer: Plain) -> Iterator[str]:
        """The case in a few lines, as it stands after the act."""
        case = answer["case"]
        yield f"{case['number']}  {_one_line(case['title'])}"
        yield from self._standing(case)

    def shown(self, answer: Plain) -> Iterator[str]:
        """The whole case."""
        case, timeline = answer["case"], answer["timeline"]
        yield f"{case['number']}  {_one_line(case['title'])}"
        yield from self._standing(case)
        yield from self._asked(case)
        yield _field("times", f"of {self._zone.key}")
        for clock in case["clocks"]:
            yield ""
            yield from clock["explanation"].splitlines()
        yield ""
        if timeline["earlier"]:
            yield f"… {timeline['earlier']} earlier entries (--all)"
        for entry in timeline["entries"]:
            yield from self._entry(entry)

    def listed(self, answer: Plain) -> Iterator[str]:
        """A line for each case, under the headings of the groups."""
        heading = None
        for row in answer["cases"]:
            if row["group"] is not None and row["group"] != heading:
                heading = row["group"]
                number = next(each["count"] for each in answer["groups"] if each["key"] == heading)
                yield f"{labels.group_title(GroupKey(heading))} ({number:,})"
            yield self._row(row)
        count = f"{answer['count']:,}{' or more' if answer['capped'] else ''}"
        yield f"{len(answer['cases']):,} of {count} cases"
        if answer["next"]:
            yield f"go on with --after {answer['next']}"

    def _standing(self, case: Plain) -> Iterator[str]:
        stage, severity = case["stage"], case["severity"]
        yield _field("stage", f"{stage['name']} ({stage['id']})")
        if severity:
            verified = "verified" if severity["verified"] else "claimed"
            yield _field("severity", f"{severity['code']} {severity['name']}, {verified}")
        yield _field("owner", case["owner"]["name"] if case["owner"] else "nobody")
        for clock in case["clocks"]:
            if clock["state"] in {"running", "paused"}:
                yield _field(clock["kind"].replace("_", " "), self._due(clock))

    def _asked(self, case: Plain) -> Iterator[str]:
        client, contact, cover = case["client"], case["contact"], case["cover"]
        if client:
            yield _field(
                "client", f"{client['name']} ({client['code']})" if client["code"] else client["name"]
            )
        if contact:
            yield _field(
                "contact", ", ".join(part for part in map(contact.get, ("name", "email", "phone")) if part)
            )
        for name in ("branch", "site", "product", "product_version", "area", "reason", "resolution"):
            if case[name]:
                yield _field(name.replace("_", " "), case[name])
        for part in case["template"]:
            yield _field("asked", f"{part['part']}: {_one_line(part['answer'])}")
        yield _field("cover", cover["sentence"] or cover["kind"])
        yield _field("policy", f"{case['policy']['name']}, version {case['policy']['version']}")
        for name in ("logged_at", "closed_at", "closes_at", "next_reminder_at"):
            if case[name]:
                yield _field(name.removesuffix("_at").replace("_", " "), self._time(case[name]))
        for link in case["links"]:
            yield _field(
                "linked", f"{link['kind'].replace('_', ' ')} {link['label']} {_one_line(link['title'])}"
            )

    def _entry(self, entry: Plain) -> Iterator[str]:
        who = entry["author"]["name"] if entry["author"] else "by itself"
        about = "" if entry["public"] else ", internal"
        merged = f" [{entry['from_case']}]" if entry["from_case"] else ""
        data = entry["data"]
        moved = f": {data.get('from_name') or '–'} → {data['to_name']}" if data.get("to_name") else ""
        undone = ", taken back" if data.get("undone") else ""
        yield (
            f"{self._time(entry['at'])}  {entry['kind'].replace('_', ' ')}{about}{undone}, {who}{merged}{moved}"
        )
        for line in (entry["body"] or "").splitlines():
            yield f"    {line}"
        for file in entry["files"]:
            yield f"    + {_one_line(file['name'])} ({file['size']:,} bytes)"

    def _row(self, row: Plain) -> str:
        severity = row["severity"]["code"] if row["severity"] else "–"
        owner = row["owner"]["name"] if row["owner"] else "nobody"
        client = _one_line(row["client"] or "–")
        told = " · ".join((_one_line(row["stage"]), client, owner, _one_line(row["title"])))
        return f"  {row['number']:<14} {severity:<3} {self._due(row['deadline']):<28} {told}"

    def _due(self, clock: Plain) -> str:
        if clock["state"] == "running" and clock["due_at"]:
            return f"due {self._time(clock['due_at'])}"
        return str(clock["state"])

    def _time(self, instant: str) -> str:
        return f"{datetime.fromisoformat(instant).astimezone(self._zone):%Y-%m-%d %H:%M %Z}"


def _field(name: str, value: str) -> str:
    return f"  {name:<{_LABEL}} {_one_line(value)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
