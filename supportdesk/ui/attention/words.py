"""What matters are called in the list and at the head of their view; what is said inside a view stands there."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from supportdesk.services.views.matters import (
    About,
    Contested,
    Item,
    Matter,
    SettledItself,
    Unaccepted,
    Unsent,
)
from supportdesk.ui import moments
from supportdesk.ui.case_detail.file_chips import file_size
from supportdesk.ui.exchange.act_words import act_name, field_name
from supportdesk.ui.labels import short_number


def about_words(about: About, year: int) -> str:
    """What a matter is about, short: the case's number, else the client or thing."""
    if about.case_number:
        return moments.ltr(short_number(about.case_number, year))
    return moments.own(about.title or about.organisation) if about.title or about.organisation else ""


def first_name(name: str) -> str:
    """The first word of a name, by which colleagues are spoken of."""
    return name.split(maxsplit=1)[0] if name else ""


def icon_of(matter: Matter) -> tuple[str, str]:
    """Icon and its colour token in the list."""
    if isinstance(matter, Contested):
        return ("check-circle", "ok_line") if matter.settled_at else ("git-merge", "soon")
    if isinstance(matter, Unaccepted):
        return ("hand-palm" if matter.held else "file-x", "soon")
    if isinstance(matter, Unsent):
        return "file-x", "soon"
    if isinstance(matter, Item) and not matter.settled:
        return _ITEM_ICONS.get(matter.item.kind, "warning-circle"), "soon"
    return "check-circle", "ok_line"


def title_of(matter: Matter, year: int) -> str:
    """The first line of a matter in the list."""
    about = about_words(matter.about, year)
    if isinstance(matter, Contested):
        if matter.settled_at:
            return QCoreApplication.translate("Attention", "{case}: {fields} settled").format(
                case=about, fields=_fields(matter)
            )
        return QCoreApplication.translate("Attention", "{case} changed in two places").format(case=about)
    if isinstance(matter, Unaccepted):
        if matter.held:
            return QCoreApplication.translate("Attention", "{case}: reply held back").format(case=about)
        return QCoreApplication.translate("Attention", "{case}: {act} not accepted").format(
            case=about, act=moments.own(act_name(matter.act))
        )
    if isinstance(matter, Unsent):
        return file_title(matter)
    return item_title(matter, about) if isinstance(matter, Item) else _itself_title(matter, about)


def file_title(matter: Unsent) -> str:
    """What has come up with a file that the hub does not take."""
    if matter.media_type.startswith("image/"):
        return QCoreApplication.translate("Attention", "A photo wasn’t sent")
    return QCoreApplication.translate("Attention", "A file wasn’t sent")


def file_meaning(matter: Unsent) -> str:
    """What that means, by what came between."""
    return {
        "no_room": QCoreApplication.translate(
            "Attention", "The hub has no room for it. It is safe on this computer, and others wait for it."
        ),
        "too_large": QCoreApplication.translate(
            "Attention",
            "It is larger than the hub takes. It is safe on this computer, and others wait for it.",
        ),
        "damaged": QCoreApplication.translate(
            "Attention", "It was damaged or changed on this disk since it was attached. Others wait for it."
        ),
        "missing": QCoreApplication.translate(
            "Attention", "It was deleted from this computer before it was sent. Others wait for it."
        ),
    }.get(
        matter.cause,
        QCoreApplication.translate(
            "Attention", "The hub did not take it. It is safe on this computer, and others wait for it."
        ),
    )


def file_remedy(matter: Unsent) -> str:
    """What has to happen before it is worth another try; empty where there is none."""
    return {
        "no_room": QCoreApplication.translate(
            "Attention", "Ask your administrator for more room on the hub, then try again."
        ),
        "too_large": QCoreApplication.translate(
            "Attention", "Ask your administrator to let larger files in, then try again."
        ),
        "damaged": QCoreApplication.translate(
            "Attention", "Try again, if the disk was at fault and is well now."
        ),
        "missing": "",
    }.get(
        matter.cause,
        QCoreApplication.translate("Attention", "Try again, once what came between is out of the way."),
    )


def _file_detail(matter: Unsent, year: int) -> str:
    words = QCoreApplication.translate("Attention", "{case}, {name}, {size}")
    return words.format(
        case=about_words(matter.about, year),
        name=moments.ltr(matter.name),
        size=moments.ltr(file_size(matter.size)),
    )


def _itself_title(matter: SettledItself, about: str) -> str:
    named = moments.listed(field_name(name) for name in matter.fields)
    if not named:
        words = QCoreApplication.translate("Attention", "{case}: {act}, by both")
        return words.format(case=about, act=moments.own(act_name(matter.act)))
    if all(how == "same" for how in matter.fields.values()):
        words = QCoreApplication.translate("Attention", "{case}: same {fields} chosen")
    else:
        words = QCoreApplication.translate("Attention", "{case}: {fields} changed by both")
    return words.format(case=about, fields=named)


def detail_of(matter: Matter, now: datetime, zone: tzinfo | None) -> str:
    """The second line of a matter in the list."""
    if isinstance(matter, Contested):
        return _contested_detail(matter)
    if isinstance(matter, Unaccepted):
        if matter.held and matter.client_at is not None:
            return QCoreApplication.translate("Attention", "The customer wrote at {time}").format(
                time=moments.moment(matter.client_at, now, zone)
            )
        return matter.reason
    if isinstance(matter, Unsent):
        return _file_detail(matter, now.year)
    if isinstance(matter, Item):
        return matter.item.sentence if matter.settled else matter.about.organisation or matter.about.title
    return settled_words(matter)


def settled_words(matter: SettledItself) -> str:
    """How work of two people met without anybody being asked."""
    if all(how == "same" for how in matter.fields.values()):
        return QCoreApplication.translate("Attention", "Nothing to settle")
    return QCoreApplication.translate("Attention", "Both kept")


def item_title(matter: Item, about: str) -> str:
    """What an item says has come up."""
    words = {
        "answer_after_closing": QCoreApplication.translate("Attention", "{case}: answer after closing"),
        "uncovered": QCoreApplication.translate("Attention", "{case}: support without cover"),
        "named_contact_request": QCoreApplication.translate("Attention", "{case}: named contact asked for"),
        "undelivered": QCoreApplication.translate("Attention", "{case}: message not delivered"),
        "tell_client": QCoreApplication.translate("Attention", "{case}: fixed in a release"),
        "visit_report": QCoreApplication.translate("Attention", "{case}: visit report finished"),
        "suggestion": QCoreApplication.translate("Attention", "{case}: suggestion for the product"),
        "unaccepted": QCoreApplication.translate("Attention", "{case}: words kept as a note"),
        "handed_over": QCoreApplication.translate("Attention", "{case}: handed to you"),
        "returned_from_central": QCoreApplication.translate("Attention", "{case}: back from central support"),
    }
    said = words.get(matter.item.kind, QCoreApplication.translate("Attention", "{case}: waits for you"))
    return said.format(case=about)


def item_headline(matter: Item) -> str:
    """The headline of an item's view."""
    return {
        "answer_after_closing": QCoreApplication.translate(
            "Attention", "The customer answered after the case was closed"
        ),
        "uncovered": QCoreApplication.translate("Attention", "Support was given without cover"),
        "named_contact_request": QCoreApplication.translate(
            "Attention", "A contact is to become a named contact"
        ),
        "undelivered": QCoreApplication.translate("Attention", "A message did not reach the customer"),
        "tell_client": QCoreApplication.translate("Attention", "A release settles this case"),
        "visit_report": QCoreApplication.translate("Attention", "A visit report was finished"),
        "suggestion": QCoreApplication.translate(
            "Attention", "A customer suggests something for the product"
        ),
        "unaccepted": QCoreApplication.translate("Attention", "Words that were not accepted are on the case"),
        "handed_over": QCoreApplication.translate("Attention", "You are asked what is to become of this"),
        "returned_from_central": QCoreApplication.translate(
            "Attention", "Central support gave this case back to you"
        ),
    }.get(matter.item.kind, QCoreApplication.translate("Attention", "This waits for you"))


def item_meaning(matter: Item) -> str:
    """What an item means, and what can be done, in a sentence or two."""
    return {
        "answer_after_closing": QCoreApplication.translate(
            "Attention",
            "Nobody sees it in a list while the case is closed. Go on with the case, log a new one that follows it, "
            "or leave it closed and say why.",
        ),
        "uncovered": QCoreApplication.translate(
            "Attention", "Settle it by a payment, by a season ticket, or as goodwill."
        ),
        "named_contact_request": QCoreApplication.translate(
            "Attention", "Named contacts may log cases under this customer’s plan."
        ),
        "undelivered": QCoreApplication.translate(
            "Attention", "Try another way to reach the customer, then put this aside."
        ),
        "tell_client": QCoreApplication.translate("Attention", "Tell the customer, then put this aside."),
        "visit_report": QCoreApplication.translate("Attention", "Read it, then put this aside."),
        "suggestion": QCoreApplication.translate("Attention", "Say what becomes of it, then put this aside."),
        "unaccepted": QCoreApplication.translate(
            "Attention",
            "It was done on another desk and is not allowed by now. Nothing was sent to the customer.",
        ),
        "handed_over": QCoreApplication.translate(
            "Attention", "It was not accepted, and its author leaves the decision to you."
        ),
        "returned_from_central": QCoreApplication.translate(
            "Attention", "You own it again and answer for its next deadline."
        ),
    }.get(matter.item.kind, "")


def _contested_detail(matter: Contested) -> str:
    if matter.settled_at:
        if not matter.settled_by:
            return ""
        return QCoreApplication.translate("Attention", "By {name}").format(
            name=moments.own(matter.settled_by)
        )
    other = matter.theirs_by or QCoreApplication.translate("Attention", "somebody else")
    if matter.mine_here:
        if matter.apart is not None:
            words = QCoreApplication.translate("Attention", "You and {name}, while you were offline")
            return words.format(name=moments.own(first_name(matter.theirs_by) or other))
        return QCoreApplication.translate("Attention", "You and {name}").format(name=moments.own(other))
    return QCoreApplication.translate("Attention", "{author} and {name}").format(
        author=moments.own(matter.mine_by), name=moments.own(other)
    )


def _fields(matter: Contested) -> str:
    return moments.listed(field_name(each.field) for each in matter.fields)


_ITEM_ICONS = {
    "answer_after_closing": "chat-circle-text",
    "uncovered": "ticket",
    "named_contact_request": "identification-badge",
    "undelivered": "envelope-simple",
    "tell_client": "bug",
    "visit_report": "map-pin",
    "suggestion": "chat-circle-text",
    "unaccepted": "file-x",
    "handed_over": "users",
    "returned_from_central": "storefront",
}
