"""The list in words: as a screen reader says a line, and as a tooltip explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.ui import labels, moments

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.services.views import CaseRow
    from supportdesk.ui.case_list.runs import Run
    from supportdesk.ui.pages import CaseAct


def spoken_row(row: CaseRow, now: datetime, zone: tzinfo | None) -> str:
    """A case with everything its row shows by shape and colour."""
    clock = labels.clock_name(row.deadline.kind) if row.deadline.kind is not None else ""
    parts = [
        QCoreApplication.translate("CaseList", "Unread") if row.unread else "",
        row.title,
        QCoreApplication.translate("CaseList", "case {number}").format(number=row.number),
        row.organisation,
        row.stage,
        labels.severity_spoken(row.severity_rank, row.severity_code),
        "" if row.severity_verified else QCoreApplication.translate("CaseList", "not verified"),
        moments.spoken_deadline(row.deadline, now, clock, zone),
        row.owner_name or QCoreApplication.translate("CaseList", "no owner"),
    ]
    return moments.listed(parts)


def spoken_heading(title: str, run: Run) -> str:
    """A heading with the number of cases below it."""
    cases = QCoreApplication.translate("CaseList", "%n case(s)", None, run.count)
    return f"{title}, {cases}"


def row_tip(row: CaseRow, act: CaseAct | None, zone: tzinfo | None) -> str:
    """The tooltip of a row, or of one of its actions: the whole title, number and client and the exact deadline."""
    names = {
        "reply": QCoreApplication.translate("CaseList", "Reply  R"),
        "stage": QCoreApplication.translate("CaseList", "Change stage…  S"),
        "assign": QCoreApplication.translate("CaseList", "Assign…  A"),
    }
    if act is not None:
        return names.get(act, "")
    parts = [row.title, moments.ltr(row.number), row.organisation]
    if row.deadline.due_at is not None and row.deadline.state == "running":
        parts.append(moments.exact_moment(row.deadline.due_at, zone))
    return "\n".join(part for part in parts if part)
