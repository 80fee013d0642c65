"""A remote session as its lines on the timeline say it; how a line looks is the timeline's matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from supportdesk.rules.remote_sessions.sums import whole_minutes
from supportdesk.ui import moments
from supportdesk.ui.remote import words


def lead(data: Mapping[str, Any], length: str) -> str:
    """What happened: begun, ended after so long, or not begun at all."""
    act, tool = str(data.get("act") or ""), str(data.get("tool") or "")
    if act == "begun":
        return words.begun(str(data.get("remote_id") or ""), tool)
    if act == "failed":
        return words.never_began(tool)
    if act == "reported":
        counted = QCoreApplication.translate("Timeline", "{tool} counted {length}")
        return counted.format(tool=moments.own(tool), length=length)
    if act == "unreported":
        taken = QCoreApplication.translate("Timeline", "A connection of {tool} was taken off this case")
        return taken.format(tool=moments.own(tool))
    return QCoreApplication.translate("Timeline", "Remote session, {length}").format(length=length)


def details(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What stands beside it: tool, where it led, and whether it is to be charged."""
    if data.get("act") == "begun":
        return (str(data.get("tool") or ""),)
    led = words.identity(str(data.get("remote_id") or ""))
    return (str(data.get("tool") or ""), led, words.charge(data.get("chargeable")))


def told(data: Mapping[str, Any]) -> str:
    """Who agreed; of a session that didn't begin, why; of one that its vendor counted, what was logged."""
    if data.get("act") == "failed":
        return words.failure_words(str(data.get("failed") or ""))
    if data.get("act") == "reported" and data.get("logged") is not None:
        logged = QCoreApplication.translate("Timeline", "Logged as {length}, which stays.")
        return logged.format(length=words.minutes_text(whole_minutes(timedelta(seconds=int(data["logged"])))))
    given = str(data.get("consent_by") or data.get("consent") or "")
    if not given or given == "True":
        return ""
    if data.get("act") == "begun":
        return words.consent(given)
    return QCoreApplication.translate("Timeline", "{name} gave consent.").format(name=given)
