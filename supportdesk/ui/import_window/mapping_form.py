"""Shows and corrects the mapping of an import: columns to targets, words to stages and severities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.services.importing import ImportMapping, Target
from supportdesk.services.importing.products import SERVICENOW
from supportdesk.ui.import_window.words import target_name
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.fields import Combo
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from supportdesk.ui.import_window.reading import ShownFile

_SHARES = (4, 5, 5)
COLUMNS, STAGES, SEVERITIES = "columns", "stages", "severities"


class Pairing(QWidget):
    """A heading or word of the file with an example, and what it becomes."""

    changed = Signal()

    def __init__(self, name: str, sample: str, offers: Iterable[tuple[object, str]], chosen: object) -> None:
        super().__init__()
        self.combo = Combo()
        for key, text in offers:
            self.combo.addItem(text, key)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        self.combo.setAccessibleName(name)
        self.combo.setAccessibleDescription(sample)
        self.combo.activated.connect(self._chosen)
        row = _row(self)
        row.addWidget(ElidedLabel(name, Type.BODY_MEDIUM, "text"), _SHARES[0])
        row.addWidget(ElidedLabel(sample, Type.META, "muted"), _SHARES[1])
        row.addWidget(self.combo, _SHARES[2])

    @property
    def value(self) -> object:
        """What was chosen."""
        found: object = self.combo.currentData()
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme().colours.line)
        painter.end()

    def _chosen(self, _row: int) -> None:
        self.changed.emit()


class MappingForm(QWidget):
    """Shows a mapping, one part at a time; `changed` carries the corrected one."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mapping: ImportMapping | None = None
        self.columns: list[Pairing] = []
        self.stages: list[Pairing] = []
        self.severities: list[Pairing] = []
        self.parts = Segmented()
        self.parts.setAccessibleName(QCoreApplication.translate("Import", "Part of the mapping"))
        self.parts.chosen.connect(self._turn)
        self._pages = QStackedWidget()
        self._keys: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addWidget(self._pages)

    def show_mapping(self, shown: ShownFile, mapping: ImportMapping) -> None:
        """Show this mapping of a file, with what else could be chosen."""
        before = self.parts.value()
        self._mapping = mapping
        while self._pages.count():
            page = self._pages.widget(0)
            if page is not None:
                self._pages.removeWidget(page)
                page.deleteLater()
        opened = shown.opened
        leave = QCoreApplication.translate("Import", "Leave the stage")
        open_ended = QCoreApplication.translate("Import", "Leave it open")
        # A log of changes has a fixed form; its columns mean what they always mean.
        log = mapping.product == SERVICENOW
        self.columns = [] if log else self._pairings(mapping.columns, _targets(), shown.samples)
        self.stages = self._pairings(mapping.stages, [("", leave), *opened.stages], {})
        self.severities = self._pairings(mapping.severities, [("", open_ended), *opened.severities], {})
        self._keys = []
        self._add(COLUMNS, self.columns, QCoreApplication.translate("Import", "Column"))
        self._add(STAGES, self.stages, QCoreApplication.translate("Import", "Word of the file"))
        self._add(SEVERITIES, self.severities, QCoreApplication.translate("Import", "Word of the file"))
        self._offer(before)

    def _pairings(
        self,
        pairs: Iterable[tuple[str, object]],
        offers: list[tuple[object, str]] | list[tuple[str, str]],
        samples: Mapping[str, str],
    ) -> list[Pairing]:
        made = [Pairing(name, samples.get(name, ""), offers, chosen) for name, chosen in pairs]
        for pairing in made:
            pairing.changed.connect(self._corrected)
        return made

    def _add(self, key: str, pairings: list[Pairing], head: str) -> None:
        if not pairings:
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        example = QCoreApplication.translate("Import", "For example") if key == COLUMNS else ""
        titles = QWidget()
        row = _row(titles)
        for text, share in zip(
            (head, example, QCoreApplication.translate("Import", "Becomes")), _SHARES, strict=True
        ):
            row.addWidget(ElidedLabel(text, Type.SECTION, "muted"), share)
        column.addWidget(titles)
        for pairing in pairings:
            column.addWidget(pairing)
        column.addStretch(1)
        self._pages.addWidget(page)
        self._keys.append(key)

    def _offer(self, before: object) -> None:
        names = {
            COLUMNS: QCoreApplication.translate("Import", "%n column(s)", None, len(self.columns)),
            STAGES: QCoreApplication.translate("Import", "%n word(s) for stages", None, len(self.stages)),
            SEVERITIES: QCoreApplication.translate(
                "Import", "%n word(s) for severities", None, len(self.severities)
            ),
        }
        self.parts.offer([(key, names[key], None) for key in self._keys])
        self.parts.setVisible(len(self._keys) > 1)
        wanted = before if before in self._keys else next(iter(self._keys), None)
        self.parts.choose(wanted)
        self._turn(wanted)

    def _turn(self, key: object) -> None:
        if key not in self._keys:
            return
        self._pages.setCurrentIndex(self._keys.index(str(key)))
        # Only the page in view takes room, or a short list would scroll as far as a long one.
        for at in range(self._pages.count()):
            page = self._pages.widget(at)
            if page is not None:
                page.setVisible(at == self._pages.currentIndex())
        current = self._pages.currentWidget()
        if current is not None:
            self._pages.setFixedHeight(current.sizeHint().height())

    def _corrected(self) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        columns = mapping.columns
        if self.columns:
            targets = [Target(str(each.value)) for each in self.columns]
            columns = tuple((heading, target) for (heading, _), target in zip(columns, targets, strict=True))
        self._mapping = replace(
            mapping,
            columns=columns,
            stages=_renamed(mapping.stages, self.stages),
            severities=_renamed(mapping.severities, self.severities),
        )
        self.changed.emit(self._mapping)


def _renamed(pairs: tuple[tuple[str, str], ...], pairings: list[Pairing]) -> tuple[tuple[str, str], ...]:
    return tuple((word, str(pairing.value)) for (word, _), pairing in zip(pairs, pairings, strict=True))


def _targets() -> list[tuple[object, str]]:
    return [(target, target_name(target)) for target in Target]


def _row(of: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(of)
    row.setContentsMargins(0, 5, 0, 5)
    row.setSpacing(12)
    return row
