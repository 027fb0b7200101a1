"""The recipe as a form: which data, how it is divided, how long, and with which optimizer, undone step by step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pydantic
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from graphs.catalogue import FieldInfo, layer_types
from graphs.edits import Edit, SetRecipe, Unset
from graphs.elements import Node
from graphs.layer import Family
from graphs.message import Message, mark, say
from graphs.network import NetworkError
from graphs.recipe import OPTIMIZERS, Order, Player, Recipe
from graphs.schedules import SCHEDULES
from widgets import theme
from widgets.controls import Button, Text, clear
from widgets.editor import Editor
from widgets.forms import LABEL_WIDTH, ParameterRow, Value
from widgets.inspector import Page
from widgets.language import tr
from widgets.panel import Panel
from widgets.section import Section
from workbench.data import DataError, data_sets
from workbench.data_box import DataBox
from workbench.recipe_augmentation import AugmentationForm, pipeline_of
from workbench.recipe_panel_curve import RateCurve
from workbench.recipe_rows import Chooser, read_split, written_split
from workbench.recipe_techniques import TechniqueForm, kinds_of
from workbench.recipe_words import LABELS, SCHEDULE_WORDS, fields_for, first_paragraph
from workbench.session import Session

_LENGTH = ("epochs", "batch_size", "seed", "validate_every", "patience", "deterministic")
_DEVICES = {"auto": mark("the fastest there is"), "cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_CLIPS = (
    "clip_norm", "clip_value", "clip_weights", "l1", "decoupled", "thaw_every", "thaw_first",
)  # fmt: skip
_gestures = count(1)


def recipe_fields() -> tuple[FieldInfo, ...]:
    """The plain fields of a recipe, as a form shows them."""
    return fields_for(Recipe, _LENGTH)


class RecipePanel(Panel):
    """The form. It reads the recipe of the open project and asks for one edit per change."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        self.session = session
        super().__init__(session, parent)
        self._shape: object = None
        self.techniques = TechniqueForm(self)
        self.augmentation = AugmentationForm(self)
        self._gesture, self._turning = "", ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(1000)
        self._rest.timeout.connect(self._end_gesture)
        self.rows: dict[str, ParameterRow] = {}
        self.choosers: dict[str, Chooser] = {}
        self.curves: dict[int, RateCurve] = {}
        self.resumes: dict[int, Button] = {}
        self.parts: dict[tuple[int, str], dict[int, ParameterRow]] = {}
        self._page = Page()
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout = self._page.column
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.setMinimumWidth(300)
        self._seen = False
        self._begin()
        session.changed.connect(self._running_changed)

    def set_editor(self, editor: Editor | None) -> None:
        """Show the recipe of another session, or of the project that the session has opened."""
        if isinstance(editor, Session) and editor is not self.session:
            self.session.changed.disconnect(self._running_changed, missing_ok=True)
            self.session = editor
            editor.changed.connect(self._running_changed)
        super().set_editor(editor)

    def refresh_now(self) -> None:
        """Nothing is made before somebody looks: the form takes a tenth of the time in which the window opens."""
        if self._seen or self.isVisible():
            self._seen = True
            super().refresh_now()
        else:
            self._stale = True

    def retranslate(self) -> None:
        """Make the form again in the language of the window."""
        self.setAccessibleName(tr("Recipe"))
        self._shape = None

    # ------------------------------------------------------------------ what it shows

    def refresh(self) -> None:
        """Show the recipe as it is now; the rows stay while what they are about does."""
        recipe = self.session.project.recipe
        shape = (
            recipe.data.name,
            tuple((p.name, type(p.optimizer), type(p.schedule)) for p in recipe.players),
            tuple((node.id, node.name, node.type) for node in self.losses()),
            tuple((frame.id, frame.title) for frame in self.session.project.network.frames.values()),
            kinds_of(recipe),
            pipeline_of(recipe),
        )
        if shape != self._shape:
            self._shape = shape
            self._rebuild(recipe)
        for info in recipe_fields():
            self.rows[info.name].show_value(Value(getattr(recipe, info.name)))
        kind = data_sets().get(recipe.data.name)
        if kind is not None:
            for info in fields_for(kind):
                self.rows[f"data.{info.name}"].show_value(Value(recipe.data.parameters.get(info.name, info.default)))
        for number, player in enumerate(recipe.players):
            for info in self._optimizer_fields(player):
                self.rows[f"player{number}.{info.name}"].show_value(Value(getattr(player.optimizer, info.name)))
            for info in self._schedule_fields(player):
                self.rows[f"player{number}.schedule.{info.name}"].show_value(Value(getattr(player.schedule, info.name)))
            for info in self._player_fields(recipe):
                self.rows[f"player{number}.{info.name}"].show_value(Value(getattr(player, info.name)))
            self.curves[number].show_player(player, recipe.epochs)
            self._show_parts(number, player)
        self.techniques.show(recipe)
        self.augmentation.show(recipe)
        self._running_changed()
        if not self.split.hasFocus():
            self.split.setText(written_split(recipe.data.split))
        orders: list[tuple[str, object]] = [(tr(say(order)), order) for order in Order]
        tip = tr("In which order the training examples come: shuffled anew each epoch, or as they are stored")
        self.choosers["order"].offer(tr("Order"), tip, orders, recipe.order)
        tip = tr("What computes: the fastest there is, or the one that is chosen")
        self.choosers["device"].offer(
            tr("Device"), tip, [(tr(say(words)), key) for key, words in _DEVICES.items()], recipe.device
        )
        self._page.settle()

    def _running_changed(self) -> None:
        """A schedule can be resumed only while something is being trained."""
        for number, button in self.resumes.items():
            players = self.session.project.recipe.players
            button.setVisible(self.session.running and number < len(players) and players[number].schedule.changes)

    @staticmethod
    def _optimizer_fields(player: Player) -> list[FieldInfo]:
        return [info for info in fields_for(type(player.optimizer)) if info.name != "type"]

    @staticmethod
    def _schedule_fields(player: Player) -> list[FieldInfo]:
        return [info for info in fields_for(type(player.schedule)) if info.name != "type"]

    @staticmethod
    def _player_fields(recipe: Recipe) -> tuple[FieldInfo, ...]:
        """How often a player moves is asked for only where somebody else moves too."""
        return fields_for(Player, _CLIPS if len(recipe.players) == 1 else ("updates", "begins", "ends", *_CLIPS))

    def losses(self) -> list[Node]:
        """The loss nodes of the drawing."""
        types = layer_types()
        nodes = [node for node in self.session.project.network if node.type in types]
        return [node for node in nodes if types[node.type].family is Family.LOSS]

    def _show_parts(self, number: int, player: Player) -> None:
        """Show which losses a player minimises and which frames it moves; naming none means all."""
        for key, chosen in (("losses", player.losses), ("frames", player.frames)):
            for part, row in self.parts[number, key].items():
                row.show_value(Value(not chosen or part in chosen))

    def _rebuild(self, recipe: Recipe) -> None:
        clear(self._layout)
        self.rows, self.choosers, self.curves, self.resumes, self.parts = {}, {}, {}, {}, {}
        self._layout.addWidget(self._data_section(recipe))
        self._layout.addWidget(self.augmentation.section(recipe))
        self._layout.addWidget(self._length_section())
        self._layout.addWidget(self.techniques.steps_section())
        for number, player in enumerate(recipe.players):
            self._layout.addWidget(self._player_section(number, player, len(recipe.players)))
        self._layout.addWidget(self.techniques.techniques_section(recipe))
        self._layout.addStretch(1)

    def _data_section(self, recipe: Recipe) -> Section:
        section = Section("recipe-data")
        section.set_title(tr("Data"))
        chooser = self.add_chooser("data", section, self._choose_data)
        choices: list[tuple[str, object]] = [(tr(say(kind.title)), name) for name, kind in data_sets().items()]
        chooser.offer(tr("Data set"), tr("The examples the network learns from"), choices, recipe.data.name)
        kind = data_sets().get(recipe.data.name)
        if kind is not None:
            section.body.addWidget(Text(tr(say(kind.paragraph)).replace("`", ""), role="muted", size=12, wrap=True))
            for info in fields_for(kind):
                self.add_row(f"data.{info.name}", info, section, self._set_data_parameter)
            self.look = Button(tr("Look at the data…"), "mdi6.magnify")
            self.look.setToolTip(tr("Examples, how the parts are cut, how many each class has, and what is strange"))
            self.look.clicked.connect(self._look_at_data)
            section.body.addWidget(self.look)
        self.split = QLineEdit()
        theme.hold_height(self.split, 30)
        self.split.setAccessibleName(tr("Split"))
        self.split.setToolTip(tr("Which shares are for training, for validation and for the test, such as 70/15/15"))
        self.split.editingFinished.connect(self._split_typed)
        label = Text(tr("Split"))
        theme.hold_width(label, LABEL_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.split, 1)
        section.body.addLayout(row)
        self.split_problem = Text(role="danger", size=12, wrap=True)
        self.split_problem.hide()
        section.body.addWidget(self.split_problem)
        self.add_hint(section, tr("per cent to train on, to validate, to test"))
        self.techniques.folds(section)
        return section

    def _length_section(self) -> Section:
        section = Section("recipe-length")
        section.set_title(tr("Training"))
        for info in recipe_fields():
            self.add_row(info.name, info, section, self._set_recipe_field)
        self.add_chooser("order", section, partial(self._set_recipe_field, "order"))
        self.add_hint(section, tr("in which order the training examples come"))
        self.add_chooser("device", section, partial(self._set_recipe_field, "device"))
        self.add_hint(section, tr("where the numbers are computed"))
        return section

    def _player_section(self, number: int, player: Player, players: int) -> Section:
        section = Section(f"recipe-player{number}")
        section.set_title(tr("Optimizer") if players == 1 else tr("Optimizer of {player}", player=player.name))
        chooser = self.add_chooser(f"optimizer{number}", section, partial(self._choose_optimizer, number))
        chooser.offer(
            tr("Optimizer"),
            tr("How a step follows from the gradient"),
            [(kind.__name__, kind.__name__) for kind in OPTIMIZERS],
            type(player.optimizer).__name__,
        )
        self.add_hint(section, tr(say(first_paragraph(type(player.optimizer)))))
        for info in self._optimizer_fields(player):
            self.add_row(f"player{number}.{info.name}", info, section, partial(self._set_optimizer_field, number))
        race = Button(tr("Race it against others…"), "mdi6.chart-line")
        race.setToolTip(tr("Watch this optimizer come down a slope beside others"))
        race.clicked.connect(partial(self._race, number))
        section.body.addWidget(race)
        chooser = self.add_chooser(f"schedule{number}", section, partial(self._choose_schedule, number))
        words: list[tuple[str, object]] = [(tr(say(SCHEDULE_WORDS[kind])), kind.__name__) for kind in SCHEDULES]
        tip = tr("How the learning rate changes from step to step")
        chooser.offer(tr("Schedule"), tip, words, type(player.schedule).__name__)
        self.add_hint(section, tr(say(first_paragraph(type(player.schedule)))))
        for info in self._schedule_fields(player):
            key = f"player{number}.schedule.{info.name}"
            self.add_row(key, info, section, partial(self._set_schedule_field, number))
        self.curves[number] = RateCurve()
        section.body.addWidget(self.curves[number])
        self.resumes[number] = Button(tr("Resume the schedule"))
        self.resumes[number].setToolTip(tr("The schedule decides again over the learning rate of this training"))
        self.resumes[number].clicked.connect(partial(self._resume_schedule, number))
        section.body.addWidget(self.resumes[number])
        for info in self._player_fields(self.session.project.recipe):
            self.add_row(f"player{number}.{info.name}", info, section, partial(self._set_player_field, number))
        losses = {node.id: node.name for node in self.losses()}
        self._choices(number, "losses", losses if len(losses) > 1 else {}, section)
        frames = {frame.id: frame.title for frame in self.session.project.network.frames.values()}
        self._choices(number, "frames", frames, section)
        return section

    def _choices(self, number: int, key: str, named: dict[int, str], section: Section) -> None:
        """Switches for the losses or the frames of a player."""
        rows = self.parts[number, key] = {}
        for part, name in named.items():
            row = rows[part] = ParameterRow(FieldInfo(name, "", True, "bool"))
            row.edited.connect(partial(self._switch, number, key, part))
            section.body.addWidget(row)
        if named:
            words = tr("the losses it minimises") if key == "losses" else tr("the frames whose weights it moves")
            self.add_hint(section, words)

    def add_chooser(self, key: str, section: Section, then: Callable[[Any], None]) -> Chooser:
        """Add a list to choose from to a section; ``then`` gets what a person chose."""
        chooser = Chooser(DataBox() if key == "data" else None)
        chooser.chosen.connect(then)
        self.choosers[key] = chooser
        section.body.addWidget(chooser)
        return chooser

    def add_row(self, key: str, info: FieldInfo, section: Section, then: Callable[[str, Any], None]) -> None:
        """Add a parameter to a section; ``then`` gets its name and what a person typed."""
        row = ParameterRow(info)
        name = tr(say(LABELS[info.name])) if info.name in LABELS and not key.startswith("data.") else info.name
        row.label.setText(name)
        row.edited.connect(then)
        row.left.connect(self._end_gesture)
        self.rows[key] = row
        section.body.addWidget(row)
        self.add_hint(section, tr(say(info.description)))

    @staticmethod
    def add_hint(section: Section, words: str) -> None:
        """Add a muted line about what stands above it."""
        hint = Text(words, role="muted", size=11, wrap=True)
        hint.setContentsMargins(LABEL_WIDTH + 8, 0, 0, 4)
        section.body.addWidget(hint)

    # ------------------------------------------------------------------ what a person does

    @Slot()
    def _end_gesture(self) -> None:
        self._turning = ""

    def do_edit(self, key: str, make: Callable[[], Edit]) -> None:
        """Do an edit; while a person keeps turning one field, it stays one step of undo."""
        if self._turning != key:
            self._turning, self._gesture = key, f"recipe {key} {next(_gestures)}"
        self._rest.start()
        row = self.rows.get(key)
        try:
            self.session.do(make(), self._gesture)
        except pydantic.ValidationError as error:
            if row is not None:
                row.show_problem(self._why(row.info, error))
            elif key in self.choosers:
                self.choosers[key].show_problem(say(error.errors()[0]["msg"].removeprefix("Value error, ")))
        except (NetworkError, DataError) as error:
            if row is not None:
                row.show_problem(error.message)

    @staticmethod
    def _why(info: FieldInfo, error: pydantic.ValidationError) -> Message:
        return say(
            "{name}: {why}. It gets “{value}”.",
            name=info.name,
            why=error.errors()[0]["msg"],
            value=error.errors()[0]["input"],
        )

    def with_recipe(self, **fields: Any) -> Edit:
        """Make the edit after which these fields of the recipe are others; raises pydantic's ValidationError."""
        recipe = self.session.project.recipe
        return SetRecipe(
            Recipe.model_validate({**{name: getattr(recipe, name) for name in Recipe.model_fields}, **fields})
        )

    @staticmethod
    def meant(info: FieldInfo, value: Any) -> Any:
        """What a row tells as a value: the default where a person went back to it."""
        return info.default if value is Unset.DEFAULT else value

    def _set_recipe_field(self, name: str, value: Any) -> None:
        info = next((each for each in recipe_fields() if each.name == name), None)
        self.do_edit(name, lambda: self.with_recipe(**{name: self.meant(info, value) if info is not None else value}))

    def _choose_data(self, name: object) -> None:
        if name != self.session.project.recipe.data.name:
            self.do_edit("data", lambda: self.session.choose_data(str(name)))

    @Slot()
    def _look_at_data(self) -> None:
        from workbench.data_look import DataLook

        project = self.session.project
        dialog = DataLook(project, tr(say(data_sets()[project.recipe.data.name].title)), self.window())
        dialog.ask()
        dialog.deleteLater()

    def _set_data_parameter(self, name: str, value: Any) -> None:
        chosen = self.session.project.recipe.data
        parameters = {key: kept for key, kept in chosen.parameters.items() if key != name}
        if value is not Unset.DEFAULT:
            parameters[name] = value
        self.do_edit(f"data.{name}", lambda: self.session.choose_data(chosen.name, parameters))

    def _choose_optimizer(self, number: int, name: object) -> None:
        kind = next(each for each in OPTIMIZERS if each.__name__ == name)
        if kind is not type(self.session.project.recipe.players[number].optimizer):
            self.do_edit(f"optimizer{number}", lambda: self._with_player(number, optimizer=kind()))

    def _set_optimizer_field(self, number: int, name: str, value: Any) -> None:
        optimizer = self.session.project.recipe.players[number].optimizer
        info = next(each for each in fields_for(type(optimizer)) if each.name == name)

        def make() -> Edit:
            new = type(optimizer).model_validate({**optimizer.model_dump(), name: self.meant(info, value)})
            return self._with_player(number, optimizer=new)

        self.do_edit(f"player{number}.{name}", make)

    def _race(self, number: int, checked: bool = False) -> None:
        from workbench.race import show_race

        show_race(self.window(), self.session.project.recipe.players[number].optimizer)

    def _choose_schedule(self, number: int, name: object) -> None:
        kind = next(each for each in SCHEDULES if each.__name__ == name)
        old = self.session.project.recipe.players[number].schedule
        if kind is not type(old):
            new = kind(warmup=old.warmup)
            self.do_edit(f"schedule{number}", lambda: self._with_player(number, schedule=new))

    def _set_schedule_field(self, number: int, name: str, value: Any) -> None:
        schedule = self.session.project.recipe.players[number].schedule
        info = next(each for each in fields_for(type(schedule)) if each.name == name)

        def make() -> Edit:
            new = type(schedule).model_validate({**schedule.model_dump(), name: self.meant(info, value)})
            return self._with_player(number, schedule=new)

        self.do_edit(f"player{number}.schedule.{name}", make)

    def _set_player_field(self, number: int, name: str, value: Any) -> None:
        info = next(each for each in self._player_fields(self.session.project.recipe) if each.name == name)
        self.do_edit(f"player{number}.{name}", lambda: self._with_player(number, **{name: self.meant(info, value)}))

    def _switch(self, number: int, key: str, part: int, name: str, value: object) -> None:
        """Put a loss or a frame in or out; all of them and none of them are both written as none."""
        player = self.session.project.recipe.players[number]
        every = tuple(self.parts[number, key])
        before = set(getattr(player, key) or every)
        after = before | {part} if value is True or value is Unset.DEFAULT else before - {part}
        chosen = () if after >= set(every) else tuple(each for each in every if each in after)
        self.do_edit(f"player{number}.{key}.{part}", lambda: self._with_player(number, **{key: chosen}))
        self._show_parts(number, self.session.project.recipe.players[number])

    def _resume_schedule(self, number: int) -> None:
        self.session.resume_schedule(self.session.project.recipe.players[number].name)

    def _with_player(self, number: int, **fields: Any) -> Edit:
        players = list(self.session.project.recipe.players)
        players[number] = Player.model_validate({**dict(players[number]), **fields})
        return self.with_recipe(players=tuple(players))

    @Slot()
    def _split_typed(self) -> None:
        now = self.session.project.recipe.data
        if self.split.text() == written_split(now.split):
            self.split_problem.hide()
            return
        split = read_split(self.split.text())
        self.split_problem.setVisible(split is None)
        if split is None:
            self.split_problem.setText(
                tr(
                    "Three shares that make 100 go here, such as 70 / 15 / 15, the first above 0. It gets “{text}”.",
                    text=self.split.text(),
                )
            )
            return
        self.do_edit("split", lambda: self.with_recipe(data=now.model_copy(update={"split": split})))
