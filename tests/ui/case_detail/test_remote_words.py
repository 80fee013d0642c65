"""What is said of remote-session tools: every shipped text in the language of the window, every obstacle on its own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.remote.catalogue import load_catalogue
from supportdesk.remote.finding import Found, ProgramRefused, State, Unfit
from supportdesk.remote.launching import Failure, NotStarted
from supportdesk.remote.targets import TargetRefused, normalised
from supportdesk.ui.remote import lines, words
from supportdesk.ui.remote.obstacle import Obstacle
from supportdesk.ui.remote.tool_words import LABELS, NOTES, WORDINGS
from tests.remote.shipped import TOOLS
from tests.ui.case_detail.remote_stage import plain

TEAMVIEWER = TOOLS["teamviewer"]


def test_every_text_of_a_shipped_tool_can_be_translated() -> None:
    for tool in load_catalogue().tools:
        assert tool.secret_note in NOTES
        for field in tool.fields:
            assert field.label in LABELS
            assert field.shape.wording in WORDINGS
            assert field.longer is None or field.longer.wording in WORDINGS


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(State.MISSING), "TeamViewer was not found on this computer."),
        (
            Found(State.ONLY_INCOMING),
            (
                "This computer has only a part of TeamViewer. It can be connected to, as QuickSupport and Host "
                "can, but it can’t begin a session."
            ),
        ),
        (
            Found(State.FOUND, "/usr/bin/teamviewer", "15.2.3", too_old=True),
            "TeamViewer 15.2.3 is out of date. It has known weaknesses. Update it when you can.",
        ),
    ],
)
def test_each_obstacle_has_words_of_its_own_and_an_old_version_bars_nothing(
    qtbot: QtBot, found: Found, said: str
) -> None:
    obstacle = Obstacle()
    qtbot.addWidget(obstacle)
    obstacle.show_found(TEAMVIEWER, found, offline=False, choosable=True)
    (banner,) = obstacle.banners
    assert plain(banner.accessibleName()) == said
    assert obstacle.choose.isVisibleTo(obstacle) is (found.state is not State.FOUND)


@pytest.mark.parametrize(
    ("tool", "hole", "typed", "said"),
    [
        ("teamviewer", "id", "6027242", "A TeamViewer ID has 8 to 10 digits. This one has 7."),
        (
            "teamviewer",
            "id",
            "602 724\u200b282",
            "A TeamViewer ID has 8 to 10 digits. This one has a sign that can’t be seen in it (U+200B).",
        ),
        ("rdp", "host", "pc-7:99999", "A port is a number from 1 to 65535."),
        ("beyondtrust", "key", "abc", "A session key has 7 letters and digits. This one has 3 character(s)."),
        ("screenconnect", "site", "evil.example", "This is not a known site of the tool."),
        ("teamviewer", "id", "", "TeamViewer ID is missing."),
    ],
)
def test_a_refused_value_is_counted_and_never_called_invalid(
    tool: str, hole: str, typed: str, said: str
) -> None:
    chosen = TOOLS[tool]
    field = next(each for each in chosen.fields if each.hole == hole)
    with pytest.raises(TargetRefused) as raised:
        normalised(chosen, field, typed)
    assert plain(words.refused_value(raised.value)) == said


def test_every_failure_and_every_unfit_program_is_told_apart() -> None:
    told = set()
    for failure in Failure:
        error = NotStarted(failure, "what", "meaning", "remedy", said="Exec format error")
        told.add(words.refused(TEAMVIEWER, error).what)
        assert words.failure_words(words.failure_code(error)) not in {"", "what"}
    for why in Unfit:
        told.add(words.refused(TEAMVIEWER, ProgramRefused(TEAMVIEWER, why, ("teamviewer",))).what)
    assert len(told) == len(Failure) + len(Unfit)


def test_the_lines_of_a_session_say_what_became_of_it() -> None:
    begun = {"act": "begun", "tool": "TeamViewer", "remote_id": "602724282", "consent_by": "Diane"}
    assert plain(lines.lead(begun, "")) == "Remote session with 602 724 282 begun"
    assert plain(lines.told(begun)) == "Consent by Diane."
    failed = {"act": "failed", "tool": "TeamViewer", "failed": "system: Permission denied"}
    assert plain(lines.lead(failed, "")) == "TeamViewer didn’t start"
    assert plain(lines.told(failed)) == "The system says: Permission denied."
    ended = {"tool": "RDP", "remote_id": "pc-7:3390", "chargeable": False}
    assert lines.lead(ended, "14 min") == "Remote session, 14 min"
    assert [plain(part) for part in lines.details(ended)] == ["RDP", "pc-7:3390", "Not chargeable"]
