"""The part of the recipe's form about what else a training does: how a step is computed, averages, mixed examples."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pydantic

from graphs.catalogue import FieldInfo, fields_of, layer_types
from graphs.edits import Batch, Edit, SetParameter, Unset
from graphs.message import mark, say
from graphs.recipe import DataChoice, Recipe
from graphs.techniques import (
    ADVERSARIES,
    AVERAGES,
    EMA,
    FGSM,
    MIXINGS,
    PGD,
    SWA,
    TEACHINGS,
    AlwaysTaught,
    Balance,
    CutMix,
    Descent,
    Execution,
    ExponentialSampling,
    Folds,
    InverseSigmoidSampling,
    LinearSampling,
    Mixup,
    NoAdversary,
    NoAverage,
    NoMixing,
    Precision,
)
from widgets.controls import Text
from widgets.forms import Value
from widgets.language import tr
from widgets.section import Section
from workbench.engine.execution import place_of
from workbench.engine.memory import judge
from workbench.recipe_words import fields_for, first_paragraph

if TYPE_CHECKING:
    from graphs.elements import Node
    from workbench.recipe_panel import RecipePanel

SMOOTHING = "label_smoothing"
"""The parameter of a loss that takes a share of the target from the right class and spreads it over all."""

KINDS: dict[str, tuple[str, str, tuple[type[Any], ...]]] = {
    "average": (mark("Average"), mark("Which average of the weights is validated, tested and kept"), AVERAGES),
    "mixing": (mark("Mixing"), mark("Whether training examples are mixed with one another"), MIXINGS),
    "adversary": (mark("Adversary"), mark("Whether an adversary makes the training examples harder"), ADVERSARIES),
    "teaching": (mark("Teacher"), mark("How the chance of TeacherForcing nodes falls while it trains"), TEACHINGS),
}
"""What is chosen among kinds with fields of their own: its name, its tip and the kinds."""

WORDS: dict[type[Any], str] = {
    NoAverage: mark("none"),
    EMA: mark("EMA, running mean"),
    SWA: mark("SWA, last epochs"),
    NoMixing: mark("none"),
    Mixup: "Mixup",
    CutMix: "CutMix",
    NoAdversary: mark("none"),
    FGSM: mark("one step (FGSM)"),
    PGD: mark("several steps (PGD)"),
    AlwaysTaught: mark("as drawn"),
    LinearSampling: mark("lets go in a straight line"),
    ExponentialSampling: mark("lets go exponentially"),
    InverseSigmoidSampling: mark("lets go along a sigmoid"),
}
"""What the form calls each kind."""

CHOICES: dict[str, tuple[str, str, type[Any]]] = {
    "descent": (
        mark("Descent"),
        mark("How many examples one step looks at: a batch, all of them (batch descent) or one (stochastic descent)"),
        Descent,
    ),
    "precision": (
        mark("Precision"),
        mark("With which numbers a step is computed: in half precision where that is safe, float16 with a scaled loss"),
        Precision,
    ),
    "execution": (
        mark("Operations"),
        mark(
            "How the operations of a step come to the device. torch.compile joins them into fewer, which takes a "
            "minute before the first step and needs a C++ compiler; a CUDA graph is recorded once, and an NVIDIA GPU "
            "plays it back without waiting for Python. A step is the same up to rounding."
        ),
        Execution,
    ),
    "balance": (
        mark("Balance"),
        mark("What is done about rare classes: nothing, more weight in the loss, or drawing their examples more often"),
        Balance,
    ),
}
"""What is chosen among words: its name, its tip and the words."""


def kinds_of(recipe: Recipe) -> tuple[type[Any], ...]:
    """The kinds a recipe has chosen: the form has other rows when they change."""
    return tuple(type(getattr(recipe, name)) for name in KINDS)


class TechniqueForm:
    """Rows of the recipe's panel; every change is one edit of the recipe, asked of the panel."""

    def __init__(self, panel: RecipePanel):
        self._panel = panel
        self.verdict = Text(role="muted", size=12, wrap=True)
        self.place = Text(role="muted", size=12, wrap=True)

    # ------------------------------------------------------------------ making the rows

    def steps_section(self) -> Section:
        """How a step is computed: how many examples, in how many pieces, with which numbers."""
        section = self._section("recipe-steps", tr("How a step is computed"))
        self._choice("descent", section)
        self._field("accumulate", section)
        self._choice("precision", section)
        self._choice("execution", section)
        self._field("channels_last", section)
        self._field("tf32", section)
        self.place = Text(role="muted", size=12, wrap=True)
        section.body.addWidget(self.place)
        self.verdict = Text(role="muted", size=12, wrap=True)
        section.body.addWidget(self.verdict)
        return section

    def techniques_section(self, recipe: Recipe) -> Section:
        """Averages of weights, mixed and adversarial examples, balance, a teacher who lets go."""
        section = self._section("recipe-techniques", tr("Techniques"))
        for name in ("average", "mixing", "adversary"):
            self._kind(name, recipe, section)
        self._choice("balance", section)
        self._smoothing(section)
        self._kind("teaching", recipe, section)
        self._field("keep_every", section)
        return section

    def _smoothing(self, section: Section) -> None:
        """Label smoothing, a parameter of the losses that have it: it is set at all of them at once."""
        nodes = self._smoothed()
        if nodes:
            (info,) = (each for each in fields_of(layer_types()[nodes[0].type]) if each.name == SMOOTHING)
            self._panel.add_row(SMOOTHING, info, section, self._set_smoothing)

    def _smoothed(self) -> list[Node]:
        return [node for node in self._panel.losses() if SMOOTHING in layer_types()[node.type].model_fields]

    def _set_smoothing(self, name: str, value: Any) -> None:
        nodes = self._smoothed()

        def make() -> Edit:
            if value is not Unset.DEFAULT:
                layer_types()[nodes[0].type].model_validate({name: value})
            return Batch(
                tuple(SetParameter(node.id, name, value) for node in nodes),
                say("Set {name} of {node}", name=name, node=", ".join(node.name for node in nodes)),
            )

        self._panel.do_edit(SMOOTHING, make)

    def folds(self, section: Section) -> None:
        """Cross-validation, in the section about the data."""
        for info in fields_for(DataChoice, ("folds", "fold", "seed")):
            self._panel.add_row(f"data-{info.name}", info, section, self._set_data)
        chooser = self._panel.add_chooser("dealt", section, partial(self._set_data, "dealt"))
        chooser.offer(
            tr("Dealt"), tr("How the examples are dealt out to the folds"),
            [(tr(say(each)), each) for each in Folds], Folds.STRATIFIED,
        )  # fmt: skip
        self._panel.add_hint(section, tr("how the examples are dealt out to the folds"))

    @staticmethod
    def _section(key: str, title: str) -> Section:
        section = Section(key)
        section.set_title(title)
        return section

    def _choice(self, name: str, section: Section) -> None:
        label, tip, kind = CHOICES[name]
        chooser = self._panel.add_chooser(name, section, partial(self._set, name))
        chooser.offer(tr(say(label)), tr(say(tip)), [(tr(say(each)), each) for each in kind], None)
        self._panel.add_hint(section, tr(say(tip)))

    def _field(self, name: str, section: Section) -> None:
        (info,) = fields_for(Recipe, (name,))
        self._panel.add_row(name, info, section, self._set)

    def _kind(self, name: str, recipe: Recipe, section: Section) -> None:
        label, tip, kinds = KINDS[name]
        chooser = self._panel.add_chooser(name, section, partial(self._choose, name))
        words: list[tuple[str, object]] = [(tr(say(WORDS[kind])), kind.__name__) for kind in kinds]
        chosen = type(getattr(recipe, name))
        chooser.offer(tr(say(label)), tr(say(tip)), words, chosen.__name__)
        self._panel.add_hint(section, tr(say(first_paragraph(chosen))))
        for info in self._fields(chosen):
            self._panel.add_row(f"{name}.{info.name}", info, section, partial(self._set_part, name))

    @staticmethod
    def _fields(kind: type[pydantic.BaseModel]) -> list[FieldInfo]:
        return [info for info in fields_for(kind) if info.name != "type"]

    # ------------------------------------------------------------------ showing

    def show(self, recipe: Recipe) -> None:
        """Show the recipe as it is now."""
        panel = self._panel
        found = judge(panel.session.plan, recipe)
        self.verdict.set_role("muted" if found.fits else "danger")
        self.verdict.setText(tr(found.message))
        where, problem = place_of(recipe)
        for label, message, role in (
            (self.place, where, "muted"),
            (panel.choosers["execution"].error, problem, "danger"),
        ):
            label.setVisible(message is not None)
            label.set_role(role)
            label.setText(tr(message) if message is not None else "")
        for node in self._smoothed()[:1]:
            panel.rows[SMOOTHING].show_value(Value(node.parameters.get(SMOOTHING, 0.0)))
        for name in ("accumulate", "keep_every", "channels_last", "tf32"):
            panel.rows[name].show_value(Value(getattr(recipe, name)))
        for name in CHOICES:
            panel.choosers[name].show_value(getattr(recipe, name))
        for name in KINDS:
            chosen = getattr(recipe, name)
            panel.choosers[name].show_value(type(chosen).__name__)
            for info in self._fields(type(chosen)):
                panel.rows[f"{name}.{info.name}"].show_value(Value(getattr(chosen, info.name)))
        panel.rows["data-folds"].show_value(Value(recipe.data.folds))
        panel.rows["data-fold"].show_value(Value(recipe.data.fold))
        panel.rows["data-seed"].show_value(Value(recipe.data.seed))
        panel.choosers["dealt"].show_value(recipe.data.dealt)

    # ------------------------------------------------------------------ what a person does

    def _recipe(self) -> Recipe:
        return self._panel.session.project.recipe

    def _set(self, name: str, value: Any) -> None:
        (info,) = fields_for(Recipe, (name,))
        self._panel.do_edit(name, lambda: self._panel.with_recipe(**{name: self._panel.meant(info, value)}))

    def _choose(self, name: str, chosen: object) -> None:
        kind = next(each for each in KINDS[name][2] if each.__name__ == chosen)
        if kind is not type(getattr(self._recipe(), name)):
            self._panel.do_edit(name, lambda: self._panel.with_recipe(**{name: kind()}))

    def _set_part(self, name: str, field: str, value: Any) -> None:
        chosen = getattr(self._recipe(), name)
        info = next(each for each in self._fields(type(chosen)) if each.name == field)

        def make() -> Any:
            new = type(chosen).model_validate({**chosen.model_dump(), field: self._panel.meant(info, value)})
            return self._panel.with_recipe(**{name: new})

        self._panel.do_edit(f"{name}.{field}", make)

    def _set_data(self, field: str, value: Any) -> None:
        (info,) = fields_for(DataChoice, (field,))
        data = self._recipe().data

        def make() -> Any:
            new = DataChoice.model_validate({**data.model_dump(), field: self._panel.meant(info, value)})
            return self._panel.with_recipe(data=new)

        self._panel.do_edit("dealt" if field == "dealt" else f"data-{field}", make)
