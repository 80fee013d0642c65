"""What an entry of the system says was done: one deed for each kind; who did it and how it looks is next door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import Cover, EntryKind
from supportdesk.services.views import TimelineItem
from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail.timeline_words import Names, need_name, step_name
from supportdesk.ui.exchange.act_words import act_name, field_name


def deed(item: TimelineItem, names: Names) -> str:
    """What an entry says was done, without who did it."""
    say = _DEEDS.get(item.kind)
    said = say(item, names) if say is not None else item.body or item.kind.value.replace("_", " ")
    if not item.data.get("undone"):
        return said
    return QCoreApplication.translate("Timeline", "{deed} (taken back)").format(deed=said)


def _logged(item: TimelineItem, _names: Names) -> str:
    channel = labels.channel_name(item.channel) if item.channel else ""
    if not channel:
        return QCoreApplication.translate("Timeline", "Case logged")
    return QCoreApplication.translate("Timeline", "Case logged, {channel}").format(channel=channel)


def _stage(item: TimelineItem, names: Names) -> str:
    before = item.data.get("from_name") or names.stage(item.data.get("from", ""))
    after = item.data.get("to_name") or names.stage(item.data.get("to", ""))
    vendor = item.data.get("vendor")
    if vendor:
        return QCoreApplication.translate("Timeline", "Moved to {after}: {vendor}").format(
            after=after, vendor=vendor
        )
    if not before:
        return QCoreApplication.translate("Timeline", "Moved to {after}").format(after=after)
    return QCoreApplication.translate("Timeline", "Moved from {before} to {after}").format(
        before=before, after=after
    )


def _severity(item: TimelineItem, names: Names) -> str:
    if "verified" in item.data:
        code = item.data["verified"][1]
        words = (
            QCoreApplication.translate("Timeline", "Severity verified as {code} (customer said {claimed})")
            if names.claimed and names.claimed != code
            else QCoreApplication.translate("Timeline", "Severity verified as {code}")
        )
        said = words.format(code=code, claimed=names.claimed)
        return labels.followed_by(said, item.body)
    claimed = item.data.get("claimed", ("", ""))
    return QCoreApplication.translate("Timeline", "Customer’s severity {code}").format(code=claimed[1])


def _assigned(item: TimelineItem, names: Names) -> str:
    to = item.data.get("to")
    if not to:
        return QCoreApplication.translate("Timeline", "Back in the queue")
    return QCoreApplication.translate("Timeline", "Assigned to {name}").format(
        name=item.data.get("to_name") or names.agent(to)
    )


def _edited(item: TimelineItem, _names: Names) -> str:
    fields: Mapping[str, Any] = item.data.get("fields", {})
    if "title" in fields:
        before, after = fields["title"]
        return QCoreApplication.translate("Timeline", "Title changed from “{before}” to “{after}”").format(
            before=before, after=after
        )
    named = moments.listed(_field_name(name) for name in fields)
    return QCoreApplication.translate("Timeline", "Changed: {fields}").format(fields=named)


def _field_name(name: str) -> str:
    return {
        "organisation_id": QCoreApplication.translate("Timeline", "customer"),
        "contact_id": QCoreApplication.translate("Timeline", "contact"),
        "site_id": QCoreApplication.translate("Timeline", "site"),
        "branch_id": QCoreApplication.translate("Timeline", "branch"),
        "team_id": QCoreApplication.translate("Timeline", "team"),
        "product_id": QCoreApplication.translate("Timeline", "product"),
        "product_version": QCoreApplication.translate("Timeline", "version"),
        "area": QCoreApplication.translate("Timeline", "area"),
        "reason": QCoreApplication.translate("Timeline", "reason"),
        "language": QCoreApplication.translate("Timeline", "language"),
        "template": QCoreApplication.translate("Timeline", "answers of the request"),
    }.get(name, name.replace("_", " "))


def _agreed_update(item: TimelineItem, names: Names) -> str:
    until = item.data.get("until")
    if not isinstance(until, str):
        return QCoreApplication.translate("Timeline", "Next update agreed")
    when = moments.due_moment(datetime.fromisoformat(until), names.now, names.zone)
    return QCoreApplication.translate("Timeline", "Next update agreed: {moment}").format(moment=when)


def _agreement(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "{name} agrees that the request was carried out").format(
        name=item.data.get("name", "")
    )


def _closed(item: TimelineItem, names: Names) -> str:
    resolution = item.data.get("resolution")
    if item.data.get("automatic"):
        return QCoreApplication.translate("Timeline", "Closed by itself, as nobody answered")
    if resolution:
        return QCoreApplication.translate("Timeline", "Closed, {resolution}").format(
            resolution=item.data.get("resolution_name") or names.resolutions.get(resolution, resolution)
        )
    return QCoreApplication.translate("Timeline", "Closed")


def _entitlement(item: TimelineItem, _names: Names) -> str:
    act, reason = item.data.get("act"), item.data.get("reason")
    if act == "charged":
        return QCoreApplication.translate("Timeline", "One incident used")
    if act == "returned":
        said = QCoreApplication.translate("Timeline", "Incident returned")
        return labels.followed_by(said, reason)
    if act == "settled":
        return QCoreApplication.translate("Timeline", "Support without cover settled")
    if act == "paid":
        return QCoreApplication.translate(
            "Timeline", "Paid for: {amount} {currency}, reference {reference}"
        ).format(
            amount=item.data.get("amount", ""),
            currency=item.data.get("currency", ""),
            reference=moments.ltr(str(item.data.get("reference", ""))),
        )
    cover = item.data.get("fields", {}).get("cover")
    if cover:
        return QCoreApplication.translate("Timeline", "Cover is now: {cover}").format(
            cover=labels.cover_name(Cover(cover[1]))
        )
    return QCoreApplication.translate("Timeline", "Cover judged anew")


def _engagement(item: TimelineItem, _names: Names) -> str:
    title, step = item.data.get("title", ""), item.data.get("step", "")
    if step:
        return QCoreApplication.translate("Timeline", "Engagement {title}: {step}").format(
            title=title, step=step_name(str(step))
        )
    return QCoreApplication.translate("Timeline", "Engagement opened: {title}").format(title=title)


def _other_case(item: TimelineItem) -> str:
    return moments.ltr(str(item.data.get("number", "")))


def _linked(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Linked with {case}").format(case=_other_case(item))


def _unlinked(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "No longer linked with {case}").format(
        case=_other_case(item)
    )


def _split(item: TimelineItem, _names: Names) -> str:
    if item.data.get("is"):
        return QCoreApplication.translate("Timeline", "Split off from {case}").format(case=_other_case(item))
    if item.body:
        return QCoreApplication.translate("Timeline", "Split off into {case}: “{wording}”").format(
            case=_other_case(item), wording=item.body
        )
    return QCoreApplication.translate("Timeline", "Split off into {case}").format(case=_other_case(item))


def _merged(item: TimelineItem, _names: Names) -> str:
    if item.data.get("is"):
        return QCoreApplication.translate("Timeline", "Merged into {case}").format(case=_other_case(item))
    return QCoreApplication.translate("Timeline", "{case} merged into this case").format(
        case=_other_case(item)
    )


def _unmerged(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Merge with {case} undone").format(case=_other_case(item))


def _article(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Article {number}: {title}").format(
        number=moments.ltr(str(item.data.get("number", ""))), title=item.data.get("title", "")
    )


def _tracking_note(item: TimelineItem, _names: Names) -> str:
    number, fixed_in = moments.ltr(str(item.data.get("number", ""))), item.data.get("fixed_in")
    if fixed_in:
        return QCoreApplication.translate("Timeline", "Tracking note {number}, fixed in {version}").format(
            number=number, version=moments.ltr(str(fixed_in))
        )
    return QCoreApplication.translate("Timeline", "Tracking note {number}").format(number=number)


def _received(item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Received: {items}").format(
        items=moments.listed(need_name(str(thing)) for thing in item.data.get("items", ()))
    )


def _reminded(_item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Customer reminded")


def _reactivated(item: TimelineItem, _names: Names) -> str:
    day, of = item.data.get("day"), item.data.get("of")
    if day and of:
        return QCoreApplication.translate("Timeline", "Reactivated on day {day} of {of}").format(
            day=day, of=of
        )
    return QCoreApplication.translate("Timeline", "Reactivated")


def _escalated(item: TimelineItem, _names: Names) -> str:
    said = QCoreApplication.translate("Timeline", "Given to central support")
    reason = item.body or item.data.get("reason")
    return labels.followed_by(said, reason)


def _returned(item: TimelineItem, _names: Names) -> str:
    said = QCoreApplication.translate("Timeline", "Given back to the branch")
    return labels.followed_by(said, item.body)


def _branch_update(item: TimelineItem, _names: Names) -> str:
    return item.body or QCoreApplication.translate("Timeline", "Branch informed")


def _attachment(item: TimelineItem, _names: Names) -> str:
    return item.body or QCoreApplication.translate("Timeline", "%n file(s) attached", None, len(item.files))


def _policy(_item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "New version of the support terms")


def _undone(_item: TimelineItem, _names: Names) -> str:
    return QCoreApplication.translate("Timeline", "Last action taken back")


def _conflict(item: TimelineItem, _names: Names) -> str:
    said = [(field_name(field), value or _nothing()) for field, value in item.data.get("said", ())]
    if "reopened" in item.data:
        return QCoreApplication.translate("Timeline", "To be settled again: {field}").format(
            field=field_name(str(item.data["reopened"]))
        )
    if "settled" in item.data:
        field, value = said[0]
        return QCoreApplication.translate("Timeline", "Settled: {field} is {value}").format(
            field=field, value=value
        )
    # Who set the second value is named after it.
    words = QCoreApplication.translate("Timeline", "{field} is {theirs}, and was set to {mine}")
    told = [
        words.format(field=field, theirs=theirs, mine=mine)
        for (field, theirs), (_, mine) in zip(said[::2], said[1::2], strict=True)
    ]
    return QCoreApplication.translate("Timeline", "Changed in two places: {changes}").format(
        changes="; ".join(told)
    )


def _nothing() -> str:
    return QCoreApplication.translate("Timeline", "empty")


def unaccepted(item: TimelineItem) -> str:
    """What words that were not accepted came from."""
    return QCoreApplication.translate("Timeline", "{act}, not accepted").format(
        act=act_name(str(item.data.get("act", "")))
    )


_DEEDS: Mapping[EntryKind, Callable[[TimelineItem, Names], str]] = {
    EntryKind.LOGGED: _logged,
    EntryKind.STAGE: _stage,
    EntryKind.SEVERITY: _severity,
    EntryKind.ASSIGNED: _assigned,
    EntryKind.EDITED: _edited,
    EntryKind.UPDATE_AGREED: _agreed_update,
    EntryKind.AGREEMENT: _agreement,
    EntryKind.REMINDED: _reminded,
    EntryKind.CLOSED: _closed,
    EntryKind.REACTIVATED: _reactivated,
    EntryKind.ENTITLEMENT: _entitlement,
    EntryKind.ENGAGEMENT: _engagement,
    EntryKind.LINKED: _linked,
    EntryKind.UNLINKED: _unlinked,
    EntryKind.SPLIT: _split,
    EntryKind.MERGED: _merged,
    EntryKind.UNMERGED: _unmerged,
    EntryKind.ESCALATED: _escalated,
    EntryKind.RETURNED: _returned,
    EntryKind.BRANCH_UPDATE: _branch_update,
    EntryKind.ARTICLE: _article,
    EntryKind.TRACKING_NOTE: _tracking_note,
    EntryKind.ATTACHMENT: _attachment,
    EntryKind.INFO_RECEIVED: _received,
    EntryKind.POLICY: _policy,
    EntryKind.UNDONE: _undone,
    EntryKind.CONFLICT: _conflict,
}
