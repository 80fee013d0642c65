"""Shows and corrects the mapping of an import: columns to targets, words to stages and severities."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from supportdesk.services.importing import ImportMapping, Target
from supportdesk.ui.import_window.words import target_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.fields import Combo
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportdesk.services.importing.opening import OpenedFile

_COLUMNS = 2


class Pairing(QWidget):
    """A heading or word of the file, and what it becomes."""

    changed = Signal()

    def __init__(self, name: str, offers: Iterable[tuple[object, str]], chosen: object) -> None:
        super().__init__()
        self.combo = Combo()
        for key, text in offers:
            self.combo.addItem(text, key)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        self.combo.setAccessibleName(name)
        self.combo.activated.connect(self._chosen)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(ElidedLabel(name, Type.BODY, "text"), 0, 0)
        grid.addWidget(self.combo, 0, 1)

    @property
    def value(self) -> object:
        """What was chosen."""
        found: object = self.combo.currentData()
        return found

    def _chosen(self, _row: int) -> None:
        self.changed.emit()


class MappingForm(QWidget):
    """Shows a mapping; `changed` carries the corrected one."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mapping: ImportMapping | None = None
        self.columns: list[Pairing] = []
        self._stages: list[Pairing] = []
        self._severities: list[Pairing] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._inside: QWidget | None = None

    def show_mapping(self, opened: OpenedFile, mapping: ImportMapping) -> None:
        """Show this mapping of a file, with what else could be chosen."""
        self._mapping = mapping
        if self._inside is not None:
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        targets = [(target, target_name(target)) for target in Target]
        stages = (("", QCoreApplication.translate("Import", "Leave the stage")), *opened.stages)
        severities = (("", QCoreApplication.translate("Import", "Leave it open")), *opened.severities)
        log = all(target is Target.KEEP for _, target in mapping.columns)
        self._stages = self._block(
            column, QCoreApplication.translate("Import", "Stages"), mapping.stages, stages
        )
        self._severities = self._block(
            column, QCoreApplication.translate("Import", "Severities"), mapping.severities, severities
        )
        # A log of changes has a fixed form; its columns mean what they always mean.
        self.columns = (
            []
            if log
            else self._block(
                column, QCoreApplication.translate("Import", "Columns"), mapping.columns, targets
            )
        )
        self._column.addWidget(self._inside)

    def _block(
        self,
        column: QVBoxLayout,
        title: str,
        pairs: Iterable[tuple[str, object]],
        offers: Iterable[tuple[object, str]],
    ) -> list[Pairing]:
        choices = list(offers)
        made = [Pairing(name, choices, chosen) for name, chosen in pairs]
        if made:
            column.addWidget(label(title, Type.SECTION, "muted"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(6)
            for place, pairing in enumerate(made):
                pairing.changed.connect(self._corrected)
                grid.addWidget(pairing, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        return made

    def _corrected(self) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        words = [str(each.value) for each in self._stages], [str(each.value) for each in self._severities]
        columns = mapping.columns
        if self.columns:
            targets = [Target(str(each.value)) for each in self.columns]
            columns = tuple((heading, target) for (heading, _), target in zip(columns, targets, strict=True))
        self._mapping = replace(
            mapping,
            columns=columns,
            stages=tuple((word, to) for (word, _), to in zip(mapping.stages, words[0], strict=True)),
            severities=tuple((word, to) for (word, _), to in zip(mapping.severities, words[1], strict=True)),
        )
        self.changed.emit(self._mapping)
