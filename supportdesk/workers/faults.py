"""A bug as the person at the desk is told of it; what is written down about it is the application's business."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.errors import KnownError


class Fault(KnownError):
    """Something in this program is wrong; nothing the person did."""


def fault_of(_error: BaseException, report: str = "") -> Fault:
    """What to say of a bug; `report` is the file that tells more, where there is one."""
    meaning = QCoreApplication.translate(
        "Faults", "What you typed is kept as a draft, and what was saved before is safe."
    )
    remedy = QCoreApplication.translate("Faults", "Try again, or start the desk anew.")
    if report:
        where = QCoreApplication.translate(
            "Faults", "The report is in {file} on this computer; it holds nothing of the cases."
        )
        remedy = f"{remedy} {where.format(file=report)}"
    what = QCoreApplication.translate("Faults", "That didn't work, because of a fault in this program.")
    return Fault(what, meaning, remedy)
