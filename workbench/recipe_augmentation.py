"""The part of the recipe's form about augmentation: a pipeline one adds to, orders and watches at work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pydantic
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from graphs.augmentation import AUGMENTATIONS, Augmentation
from graphs.catalogue import FieldInfo
from graphs.message import say
from graphs.recipe import Recipe
from widgets import theme
from widgets.controls import IconButton, Text
from widgets.forms import Value
from widgets.language import tr
from widgets.section import Section
from workbench.augmented_examples import AugmentedExamples
from workbench.data import DataError, DataSet, data_set
from workbench.data.concerns import acts, concerns
from workbench.recipe_words import fields_for, first_paragraph

if TYPE_CHECKING:
    from workbench.recipe_panel import RecipePanel


def pipeline_of(recipe: Recipe) -> tuple[str, ...]:
    """The types of the steps: the form has other rows when they change."""
    return tuple(step.type for step in recipe.augment)


class AugmentationForm:
    """Rows of the recipe's panel; every change is one edit of the recipe, asked of the panel."""

    def __init__(self, panel: RecipePanel):
        self._panel = panel
        self.examples: AugmentedExamples | None = None
        self.warnings: list[Text] = []
        self.buttons: list[tuple[IconButton, IconButton, IconButton]] = []

    # ------------------------------------------------------------------ making the rows

    def section(self, recipe: Recipe) -> Section:
        """The examples before and after, the steps in their order, and the list that adds one."""
        section = Section("recipe-augment")
        section.set_title(tr("Augmentation"))
        self.warnings, self.buttons, self.examples = [], [], None
        hint = tr("Training examples are varied anew each time they are seen; validation and test never are.")
        section.body.addWidget(Text(hint, role="muted", size=12, wrap=True))
        if recipe.augment:
            self.examples = AugmentedExamples()
            section.body.addWidget(self.examples)
        for place, step in enumerate(recipe.augment):
            self._step(place, step, len(recipe.augment), section)
        chooser = self._panel.add_chooser("augment", section, self._add)
        dataset = self._dataset(recipe)
        kinds = [kind for kind in AUGMENTATIONS if dataset is None or acts(kind(), dataset)]
        words: list[tuple[str, object]] = [(tr("choose one…"), "")]
        words += [(tr(say(AUGMENTATIONS[kind])), kind.__name__) for kind in kinds]
        chooser.offer(tr("Add"), tr("What can be varied in these data"), words, "")
        for number, kind in enumerate(kinds, start=1):
            chooser.box.setItemData(number, tr(say(first_paragraph(kind))), Qt.ItemDataRole.ToolTipRole)
        return section

    def _step(self, place: int, step: Augmentation, count: int, section: Section) -> None:
        title = Text(f"{place + 1}. {tr(say(AUGMENTATIONS[type(step)]))}")
        title.set_weight(theme.SEMIBOLD)
        up, down = IconButton("mdi6.chevron-up"), IconButton("mdi6.chevron-down")
        away = IconButton("mdi6.close")
        up.set_words(tr("Do this one step earlier"))
        down.set_words(tr("Do this one step later"))
        away.set_words(tr("Take this step away"))
        up.setEnabled(place > 0)
        down.setEnabled(place < count - 1)
        up.clicked.connect(partial(self._swap, place - 1))
        down.clicked.connect(partial(self._swap, place))
        away.clicked.connect(partial(self._remove, place))
        self.buttons.append((up, down, away))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(2)
        row.addWidget(title, 1)
        for button in (up, down, away):
            row.addWidget(button)
        section.body.addLayout(row)
        section.body.addWidget(Text(tr(say(first_paragraph(type(step)))), role="muted", size=11, wrap=True))
        warning = Text(role="warning", size=12, wrap=True)
        self.warnings.append(warning)
        section.body.addWidget(warning)
        for info in self._fields(type(step)):
            self._panel.add_row(f"augment{place}.{info.name}", info, section, partial(self._set, place))

    @staticmethod
    def _fields(kind: type[pydantic.BaseModel]) -> list[FieldInfo]:
        return [info for info in fields_for(kind) if info.name != "type"]

    @staticmethod
    def _dataset(recipe: Recipe) -> DataSet | None:
        """The data, or None when they cannot be had; the list of problems says why."""
        try:
            return data_set(recipe.data.name, **recipe.data.parameters)
        except (DataError, pydantic.ValidationError):
            return None

    # ------------------------------------------------------------------ showing

    def show(self, recipe: Recipe) -> None:
        """Show the pipeline as it is now, what is wrong with it for the data, and what it does."""
        dataset = self._dataset(recipe)
        wrong = dict(concerns(recipe.augment, dataset)) if dataset is not None and recipe.augment else {}
        for place, step in enumerate(recipe.augment):
            for info in self._fields(type(step)):
                self._panel.rows[f"augment{place}.{info.name}"].show_value(Value(getattr(step, info.name)))
            said = wrong.get(place)
            self.warnings[place].setVisible(said is not None)
            self.warnings[place].setText(tr(said) if said is not None else "")
        if self.examples is not None:
            self.examples.show_project(self._panel.session.project)

    # ------------------------------------------------------------------ what a person does

    def _steps(self) -> list[Augmentation]:
        return list(self._panel.session.project.recipe.augment)

    def _do(self, key: str, steps: list[Augmentation]) -> None:
        self._panel.do_edit(key, lambda: self._panel.with_recipe(augment=tuple(steps)))

    def _add(self, name: object) -> None:
        kind = next((each for each in AUGMENTATIONS if each.__name__ == name), None)
        if kind is not None:
            self._do(f"augment add {len(self._steps())}", [*self._steps(), kind()])

    def _remove(self, place: int) -> None:
        steps = self._steps()
        del steps[place]
        self._do(f"augment remove {place} {len(steps)}", steps)

    def _swap(self, place: int) -> None:
        steps = self._steps()
        steps[place], steps[place + 1] = steps[place + 1], steps[place]
        self._do(f"augment swap {place} {steps[place].type}", steps)

    def _set(self, place: int, name: str, value: Any) -> None:
        steps = self._steps()
        info = next(each for each in self._fields(type(steps[place])) if each.name == name)

        def make() -> Any:
            new = type(steps[place]).model_validate({**steps[place].model_dump(), name: self._panel.meant(info, value)})
            return self._panel.with_recipe(augment=(*steps[:place], new, *steps[place + 1 :]))

        self._panel.do_edit(f"augment{place}.{name}", make)
