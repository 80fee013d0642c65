"""How the desk stands with its hub, in one sentence: what needs a person first, and how old what is shown is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.domain.errors import KnownError
from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.state_words import as_of, attention, told
from supportdesk.ui.hub_line import LineState, Phase
from tests.ui.nadias_desk import NOW, TORONTO

HUB = Standing(alone=False, address="https://hub.ledgerline.example", contact_at=NOW)
IDLE = LineState(Phase.IDLE, NOW, NOW)
LONG_AGO = NOW - timedelta(minutes=38)


def say(standing: Standing, line: LineState | None) -> str:
    return told(standing, line, NOW, TORONTO).sentence


@pytest.mark.parametrize(
    ("standing", "line", "sentence"),
    [
        (Standing(), None, "Working alone – everything is saved on this computer"),
        (HUB, IDLE, "Up to date · 14:18"),
        (HUB, replace(IDLE, back_at=NOW - timedelta(minutes=16)), "Online again since 14:02"),
        (HUB, replace(IDLE, back_at=LONG_AGO), "Up to date · 14:18"),
        (replace(HUB, waiting=3), IDLE, "3 change(s) waiting"),
        (
            replace(HUB, waiting=5),
            LineState(Phase.SENDING, NOW, NOW, sent=1, to_send=5),
            "Sending 2 of 5",
        ),
        (HUB, LineState(Phase.OFFLINE, LONG_AGO), "Offline since 13:40 – saved on this computer"),
        (HUB, None, "Offline – saved on this computer"),
        (replace(HUB, paused=True), IDLE, "Paused – saved on this computer"),
        (replace(HUB, loading=True, loaded=120, total=2041), IDLE, "Loading 120 of 2041"),
        (replace(HUB, waiting=3), LineState(Phase.SIGNED_OUT, NOW), "Sign in to send 3 change(s)"),
        (
            HUB,
            LineState(Phase.STOPPED, NOW, trouble=KnownError("It is loaded anew too often.")),
            "It is loaded anew too often.",
        ),
        (HUB, LineState(Phase.STOPPED, NOW, asks_to_drop=812), "The hub asks to drop cases – decide"),
    ],
)
def test_one_sentence_says_how_the_desk_stands(
    qapp: QApplication, standing: Standing, line: LineState | None, sentence: str
) -> None:
    assert say(standing, line) == sentence


def test_what_runs_is_not_announced_again_and_again(qapp: QApplication) -> None:
    def steady(sent: int) -> str:
        return told(HUB, LineState(Phase.SENDING, NOW, NOW, sent=sent, to_send=9), NOW, TORONTO).steady

    assert steady(1) == steady(7) == told(HUB, IDLE, NOW, TORONTO).steady
    assert steady(1) != told(HUB, LineState(Phase.OFFLINE, NOW), NOW, TORONTO).steady


@pytest.mark.parametrize(("minutes", "text"), [(14, ""), (16, "as of 14:02")])
def test_old_data_is_dated_after_a_quarter_of_an_hour(qapp: QApplication, minutes: int, text: str) -> None:
    contact = NOW - timedelta(minutes=minutes)
    standing = replace(HUB, contact_at=contact)
    assert as_of(standing, LineState(Phase.OFFLINE, contact, contact), NOW, TORONTO) == text


def test_what_is_fresh_or_alone_is_not_dated(qapp: QApplication) -> None:
    standing = replace(HUB, contact_at=LONG_AGO)
    assert as_of(standing, LineState(Phase.IDLE, LONG_AGO, LONG_AGO), NOW, TORONTO) == ""
    assert as_of(Standing(), None, NOW, TORONTO) == ""


def test_nothing_to_attend_to_is_not_said(qapp: QApplication) -> None:
    assert (attention(0), attention(4)) == ("", "4 need(s) your attention")
