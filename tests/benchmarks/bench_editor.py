"""How long the report of a visit takes to open, beside a bare Qt form of as many widgets; run by hand.

    python -m tests.benchmarks.bench_editor [--rounds N]

The page is made anew over an engineer's day and shown until its report stands filled and painted, with what
the desk answers. The bare form has as many widgets of Qt's own kinds in one scroll area, with a text each, and is
shown and painted too. Going on to the next visit is told by itself: it fills the form that is there.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visits
from supportdesk.ui.visits.page import VisitsPage
from tests.services.desk_world import World, made, open_world
from tests.services.signing import whole_report
from tests.ui.stage import Stage, open_stage

SIZE = (1180, 760)
NOW = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
PATIENCE = 20.0


def settle(holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise SystemExit("the desk did not come to an end")


def day_of(world: World) -> tuple[UUID, UUID]:
    """An engineer's day: a visit with a whole report, and one that is planned."""
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    case = world.case(client, "VAT summary", reason="update")

    def plan(hour: int) -> UUID:
        at = NOW.replace(hour=hour)
        done = visits.plan(world.desk, client, planned_at=at, engineer_id=world.desk.actor, case_ids=(case,))
        return made(done.created)

    first, second = plan(8), plan(11)
    visits.arrive(world.desk, first, at=NOW)
    whole_report(world.desk, first)
    return first, second


def put_in(stage: Stage, widget: QWidget) -> None:
    """Let a widget stand in the window alone."""
    layout = stage.cover.layout() or QVBoxLayout(stage.cover)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    widget.show()


def opened(stage: Stage, visit: UUID) -> tuple[float, VisitsPage]:
    """How long a new page takes until a report stands there."""
    begun = time.perf_counter()
    page = VisitsPage(stage, stage.cover)
    put_in(stage, page)
    page.choose(visit)
    settle(lambda: page.editor.view is not None and page.editor.view.id == visit)
    page.grab()
    return time.perf_counter() - begun, page


def switched(page: VisitsPage, visit: UUID) -> float:
    """How long the next report takes in the page that is there."""
    begun = time.perf_counter()
    page.choose(visit)
    settle(lambda: page.editor.view is not None and page.editor.view.id == visit)
    page.grab()
    return time.perf_counter() - begun


def kinds(page: VisitsPage) -> dict[str, int]:
    """How many widgets of which kind a page has."""
    found = page.findChildren(QWidget)
    areas = sum(isinstance(each, QPlainTextEdit) for each in found)
    lines = sum(isinstance(each, QLineEdit) for each in found)
    labels = sum(isinstance(each, QLabel) for each in found)
    buttons = sum(isinstance(each, QAbstractButton) for each in found)
    plain = len(found) - areas - lines - labels - buttons
    return {"areas": areas, "lines": lines, "labels": labels, "buttons": buttons, "plain": plain}


def bare(stage: Stage, counts: dict[str, int]) -> float:
    """How long a form of as many of Qt's own widgets takes."""
    begun = time.perf_counter()
    area, form = QScrollArea(stage.cover), QWidget()
    layout = QFormLayout(form)
    for number in range(counts["areas"]):
        layout.addRow(f"Text {number}", QPlainTextEdit("What was done, and with what", form))
    for number in range(counts["lines"]):
        layout.addRow(f"Line {number}", QLineEdit("A line of text", form))
    for number in range(counts["buttons"]):
        layout.addRow(QPushButton(f"Button {number}", form))
    # The rows above brought a label each.
    for number in range(max(counts["labels"] - counts["areas"] - counts["lines"], 0)):
        layout.addRow(QLabel(f"Label {number}", form))
    for _ in range(counts["plain"]):
        layout.addRow(QWidget(form))
    area.setWidget(form)
    area.setWidgetResizable(True)
    put_in(stage, area)
    QApplication.processEvents()
    area.grab()
    took = time.perf_counter() - begun
    area.hide()
    area.deleteLater()
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=11)
    asked = parser.parse_args()
    application = QApplication([])
    opens: list[float] = []
    switches: list[float] = []
    bares: list[float] = []
    with tempfile.TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        world.now = NOW
        first, second = day_of(world)
        with open_stage(SIZE, lambda: world.desk, lambda: world.now) as stage:
            settle(lambda: stage.session.is_open)
            stage.cover.show()
            counts: dict[str, int] = {}
            for _ in range(asked.rounds + 1):  # the first round loads fonts and modules
                took, page = opened(stage, first)
                opens.append(took)
                switches += [switched(page, second), switched(page, first)]
                counts = kinds(page)
                page.hide()
                page.deleteLater()
                QApplication.processEvents()
                bares.append(bare(stage, counts))
                QApplication.processEvents()
    application.quit()
    opening, bare_form, going_on = median(opens[1:]), median(bares[1:]), median(switches[2:])
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    print(f"{sum(counts.values())} widgets ({told}), median of {asked.rounds}")
    print(f"  a bare form of as many        {1e3 * bare_form:7.1f} ms")
    print(
        f"  the report, made anew         {1e3 * opening:7.1f} ms   {opening / bare_form:4.2f} x a bare form"
    )
    print(
        f"  the next report in its place  {1e3 * going_on:7.1f} ms   {going_on / bare_form:4.2f} x a bare form"
    )


if __name__ == "__main__":
    main()
