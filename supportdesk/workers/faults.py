"""A bug as an asker is told of it; what is written down and what a person reads of it is the application's business."""

from __future__ import annotations

from supportdesk.domain.errors import KnownError


class Fault(KnownError):
    """Something in this program is wrong; nothing the person did."""


def fault_of(_error: BaseException) -> Fault:
    """What is said of a bug where nobody knows more."""
    return Fault(
        "That didn't work, because of a fault in this program.",
        "What was saved before is safe.",
        "Try again, or start the desk anew.",
    )
