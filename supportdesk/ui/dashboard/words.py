"""The dashboard's words and figures: shares, changes, spans of days, contracts; no drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from supportdesk.domain.words import Cover
from supportdesk.ui import labels, moments

if TYPE_CHECKING:
    from datetime import date

    from supportdesk.services.views import Bar, ContractLine

NOTHING = "–"
_FAR = 0.05


def number(value: float, decimals: int = 0) -> str:
    """A figure with the separators of the language, in Latin digits."""
    locale = QLocale()
    if locale.zeroDigit() != "0":
        locale = QLocale.c()
    return locale.toString(float(value), "f", decimals)


def share(value: float | None, decimals: int = 1) -> str:
    """A share from 0 to 1 as `94.2 %`; a dash where there is none."""
    if value is None:
        return NOTHING
    text = QCoreApplication.translate("Dashboard", "{figure} %")
    return isolated(text.format(figure=number(value * 100, decimals)))


def share_tint(value: float | None, target: float | None) -> str:
    """The colour token of a share: one that reaches the target, or misses it by more than five points, stands out."""
    if value is None:
        return "muted"
    if target is None:
        return "text"
    if value >= target:
        return "ok"
    return "over_text" if value < target - _FAR else "text"


def isolated(text: str) -> str:
    """The text in an isolate where the interface runs from right to left; elsewhere it would only shift the line."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return moments.ltr(text) if rtl else text


def points(value: float) -> str:
    """A share from 0 to 1 in per cent points, without a sign: `94`, `1.3`."""
    of_hundred = round(abs(value) * 100, 1)
    return number(of_hundred, 0 if of_hundred == int(of_hundred) else 1)


def week_label(day: date, before: date | None) -> str:
    """A week's first day under a chart: `5 Oct`, then `12` until the month changes."""
    if before is not None and before.month == day.month:
        return str(day.day)
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("Moments", "{day} {month}").format(day=day.day, month=month)


def weeks_name(count: int) -> str:
    """The span that is looked at."""
    return QCoreApplication.translate("Dashboard", "Last %n week(s)", None, count)


def age_label(bar: Bar) -> str:
    """A span of days, today being the first: `Today`, `2–3 d`, `30+ d`. The bar's own label is `2-3` or `31-`."""
    if bar.label == "1":
        return age_span(bar)
    return QCoreApplication.translate("Dashboard", "{days} d").format(days=age_span(bar))


def age_span(bar: Bar) -> str:
    """The same days without their unit, where there is little room."""
    first, _, last = bar.label.partition("-")
    # What was logged on day 31 or before has been waiting for more than 30 days.
    span = f"{first}–{last}" if last else f"{int(first) - 1}+"
    return QCoreApplication.translate("Dashboard", "Today") if first == "1" else isolated(span)


def age_title(bar: Bar) -> str:
    """The title of the list behind a bar of ages."""
    return QCoreApplication.translate("Dashboard", "Open cases by age: {span}").format(span=age_label(bar))


def cases(count: int) -> str:
    """So many cases."""
    return QCoreApplication.translate("Dashboard", "%n case(s)", None, count)


def contract_kind(line: ContractLine) -> str:
    """What a contract is: its plan by name, else its kind."""
    known = {cover.value: cover for cover in Cover}
    kind = labels.cover_name(known[line.kind]) if line.kind in known else line.kind
    if not line.plan:
        return kind
    return QCoreApplication.translate("Dashboard", "{kind}, {plan}").format(kind=kind, plan=line.plan)


def incidents_left(line: ContractLine) -> str:
    """How much of a season ticket is left: `7 of 10 left`; empty for what is not counted."""
    if line.left is None or line.size is None:
        return ""
    if line.left == 0:
        return QCoreApplication.translate("Dashboard", "used up")
    return QCoreApplication.translate("Dashboard", "{left} of {size} left").format(
        left=number(line.left), size=number(line.size)
    )


def contract_state(line: ContractLine, today: date) -> tuple[str, str, str]:
    """Icon, colour token and words for what becomes of a contract next."""
    icon, tint = {
        "used_up": ("warning-fill", "over_text"),
        "ended": ("warning-fill", "over_text"),
        "low": ("timer", "soon"),
        "ending": ("timer", "soon"),
    }.get(line.state, ("check", "text2"))
    return icon, tint, _next_step(line, today)


def _next_step(line: ContractLine, today: date) -> str:
    offers = {
        "used_up": QCoreApplication.translate("Dashboard", "nothing left, offer a ticket"),
        "low": QCoreApplication.translate("Dashboard", "offer a new ticket"),
    }
    if line.state in offers:
        return offers[line.state]
    if line.kind == Cover.SEASON_TICKET:
        return QCoreApplication.translate("Dashboard", "does not expire")
    if line.ends_on is None:
        return QCoreApplication.translate("Dashboard", "no end agreed")
    day = moments.day_text(line.ends_on, today)
    if line.state == "ended":
        return QCoreApplication.translate("Dashboard", "ended {day}").format(day=day)
    if line.state == "ending" and line.ends_on > today:
        return QCoreApplication.translate("Dashboard", "ends in %n day(s)", None, (line.ends_on - today).days)
    return QCoreApplication.translate("Dashboard", "until {day}").format(day=day)
