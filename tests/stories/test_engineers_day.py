"""A field engineer's whole day without a network, in a real window, and the evening on a bad line (DSK-4, DSK-5).

Everything is its own process: the hub, the desk in a namespace without a network, the line that loses and cuts.
The office looks at it all from a desk of its own. In SUPPORTDESK_DAY_PHOTOS stands how many photos a visit has; with
SUPPORTDESK_DAY_LOSS the line also loses three packets of ten, where `nft` is installed, which takes its time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from sqlalchemy import select

from supportdesk.services.cases import cases, visits
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import visit_views
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.tables.cases import ATTACHMENT, CASE
from supportdesk.sync.downloading import fetch_file
from tests.hub.hub_process import PASSWORD, environment, said, serving
from tests.services.desk_world import made
from tests.stories.field_desk import PASSPHRASE, Day
from tests.stories.field_line import way_out
from tests.sync.test_uploading_served import Joined

_VISITS = 3
_PHOTOS = int(os.environ.get("SUPPORTDESK_DAY_PHOTOS", "4"))
_LOSS = "SUPPORTDESK_DAY_LOSS" in os.environ
_KARIM = "karim@example.org"


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """What lets a window be shown: on a real X server where there is one to start, else offscreen."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{server.stdout.readline().strip()}"}
        finally:
            server.terminate()


def alone() -> list[str]:
    """The words that begin a program without any network; none where this machine does not allow it."""
    for words in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        if shutil.which("unshare") and subprocess.run([*words, "true"], check=False).returncode == 0:
            return words
    return []


def photo(folder: Path, number: int) -> str:
    """A photo as a camera makes it; no two are alike."""
    noise = Random(number).randbytes(160 * 120 * 4)
    smooth = Qt.TransformationMode.SmoothTransformation
    image = QImage(noise, 160, 120, QImage.Format.Format_RGB32).scaled(
        1600, 1200, Qt.AspectRatioMode.IgnoreAspectRatio, smooth
    )
    path = folder / f"IMG_{number:04}.jpg"
    assert image.save(str(path), quality=85)
    return str(path)


def begin_hub(folder: Path) -> tuple[dict[str, str], UUID, UUID]:
    """An office in Sana'a, and Karim, who visits its clients: the environment, his id and the branch's."""
    env = environment(str(folder / "hub.db"), files=str(folder / "files"), log_level="warning")
    policies = ("--policy", "onyxpro", "--policy", "synergy")
    done = said(env, "init", "--name", "Amina", "--login", "amina@example.org", *policies)
    assert done.returncode == 0, done.stderr
    branch = told(env, "branch", "add", "Sana'a", "--kind", "subsidiary", "--time-zone", "Asia/Aden")["id"]
    role = ("--role", "field_engineer", "--branch", branch)
    karim = told(env, "user", "add", _KARIM, "--name", "Karim", *role)["agent_id"]
    return env, UUID(karim), UUID(branch)


def told(env: dict[str, str], *words: str) -> Any:  # noqa: ANN401 - JSON
    done = said(env, *words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def plan(office: Joined, karim: UUID, branch: UUID) -> tuple[list[UUID], UUID]:
    """What the office prepares: three visits, each for a case, and a case of a client whom nothing covers."""
    planned = []
    began = datetime.now(UTC).date() - timedelta(days=100)
    for number in range(_VISITS):
        client = NewOrganisation(f"Al-Rashid {number}", "onyxpro", branch_id=branch, start_date=began)
        organisation = made(people.add_organisation(office.desk, client).created)
        case = NewCase(f"VAT summary {number}", organisation_id=organisation, reason="update")
        for_case = made(cases.log_case(office.desk, case).created)
        at = datetime.now(UTC) + timedelta(seconds=number)
        done = visits.plan(office.desk, organisation, planned_at=at, engineer_id=karim, case_ids=(for_case,))
        planned.append(made(done.created))
    client = NewOrganisation("Hartwell Motors", "synergy", branch_id=branch)
    uncovered = made(people.add_organisation(office.desk, client).created)
    differs = NewCase("Stock differs", organisation_id=uncovered)
    uncovered_case = made(cases.log_case(office.desk, differs).created)
    office.engine.round()
    return planned, uncovered_case


def join(folder: Path, address: str) -> None:
    """Karim's laptop, loaded in the office."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "supportdesk", "join", "--profile", str(folder)),
            *(address, "--login", _KARIM, "--device", "Karim's laptop", "--encryption", "passphrase"),
        ],
        input=f"{PASSWORD}\n{PASSPHRASE}\n",
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def live(day: Day, shown: dict[str, str]) -> dict[str, Any]:
    """Let the day be lived in a process of its own, where there is no network if this machine can do that."""
    nowhere = alone()
    done = subprocess.run(
        [*nowhere, sys.executable, "-m", "tests.stories.field_desk"],
        input=json.dumps({**asdict(day), "alone": bool(nowhere)}),
        text=True,
        capture_output=True,
        check=False,
        env={**os.environ, **shown},
        timeout=7_200 if _LOSS else 1_500,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@pytest.mark.slow
def test_DSK_5_a_day_without_a_network_is_all_at_the_office_in_the_evening_once(tmp_path: Path) -> None:
    env, karim, branch = begin_hub(tmp_path)
    folder = tmp_path / "camera"
    folder.mkdir()
    photos = [[photo(folder, visit * 100 + n) for n in range(_PHOTOS)] for visit in range(_VISITS)]
    with serving(env) as hub, ExitStack() as ends:
        office = Joined(tmp_path, hub.address, "office", ends)
        planned, uncovered = plan(office, karim, branch)
        join(tmp_path / "laptop", hub.address)
        port = urlsplit(hub.address).port or 0
        socket = tmp_path / "way-out"
        day = Day(
            profile=str(tmp_path / "laptop"),
            visits=list(map(str, planned)),
            photos=photos,
            uncovered=str(uncovered),
            port=port,
            way_out=str(socket),
            loses=_LOSS,
        )
        with display() as shown, way_out(socket, port):
            seen = live(day, shown)
        office.engine.round()
        check(office, planned, seen)


def check(office: Joined, planned: list[UUID], seen: dict[str, Any]) -> None:
    """Everything of the day is at the office, and once."""
    assert seen["refused"].startswith("A remote session is support.")
    for number, visit in enumerate(planned):
        view = visit_views.visit(office.desk, visit)
        assert view.state == "finished"
        assert view.report.work_done == f"Rebuilt the VAT summary, {number}."
        assert view.signed is not None
        assert len(view.follow_ups) == 1
    with office.desk.store.read() as conn:
        files = conn.execute(select(ATTACHMENT).where(ATTACHMENT.c.visit_id.is_not(None))).all()
        titles = list(conn.scalars(select(CASE.c.title)))
    assert len(titles) == len(set(titles)) == 2 * _VISITS + 1
    pictures = [each for each in files if each.media_type.startswith("image/")]
    assert len(pictures) == _VISITS * _PHOTOS
    assert {each.state for each in files} == {"stored"}
    for each in files:
        fetch_file(office.desk, office.blobs, office.files, each.id)
        with office.blobs.open(each.sha256) as kept:
            assert hashlib.sha256(kept.read()).hexdigest() == each.sha256
