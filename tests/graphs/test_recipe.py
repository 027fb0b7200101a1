"""How a project is trained, as plain values with bounds."""

import pydantic
import pytest

from graphs.recipe import OPTIMIZERS, SGD, Adam, AdamW, DataChoice, Order, Player, Recipe


def test_a_recipe_needs_only_its_data() -> None:
    recipe = Recipe(data=DataChoice(name="digits"))
    assert [player.name for player in recipe.players] == ["all"]
    assert isinstance(recipe.players[0].optimizer, Adam)
    assert recipe.order is Order.SHUFFLED
    assert sum(recipe.data.split) == pytest.approx(1)


@pytest.mark.parametrize("optimizer", [kind() for kind in OPTIMIZERS])
def test_a_recipe_survives_json(optimizer: SGD | Adam | AdamW) -> None:
    players = (Player(name="critic", losses=(3,), moves=(1, 2), optimizer=optimizer, updates=5), Player())
    recipe = Recipe(data=DataChoice(name="moons", parameters={"noise": 0.1}), players=players, order=Order.AS_GIVEN)
    again = Recipe.model_validate_json(recipe.model_dump_json())
    assert again == recipe
    assert type(again.players[0].optimizer) is type(optimizer)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"epochs": 0}, "epochs"),
        ({"epochs": 1.5}, "epochs"),
        ({"batch_size": 0}, "batch_size"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**31}, "seed"),
        ({"device": "abacus"}, "device"),
        ({"order": "backwards"}, "order"),
        ({"tempo": 3}, "tempo"),
        ({"data": {"name": "digits", "split": (0.5, 0.1, 0.1)}}, "data"),
        ({"data": {"name": "digits", "split": (0, 0.5, 0.5)}}, "data"),
        ({"data": {"name": "digits", "split": (1.5, -0.5, 0)}}, "data"),
        ({"players": ({"optimizer": {"type": "Lion"}},)}, "players"),
        ({"players": ({"updates": 0},)}, "players"),
    ],
)
def test_what_makes_no_sense_is_refused_where_it_stands(given: dict[str, object], place: str) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        Recipe(**{"data": DataChoice(name="digits"), **given})  # type: ignore[arg-type]
    assert {error["loc"][0] for error in caught.value.errors()} == {place}


@pytest.mark.parametrize("rate", [0, -1, 1000, float("nan"), float("inf")])
def test_a_learning_rate_is_a_positive_number(rate: float) -> None:
    for kind in OPTIMIZERS:
        with pytest.raises(pydantic.ValidationError):
            kind(learning_rate=rate)


def test_a_recipe_cannot_be_changed_only_replaced() -> None:
    recipe = Recipe(data=DataChoice(name="digits"))
    with pytest.raises(pydantic.ValidationError):
        recipe.epochs = 5  # type: ignore[misc]
    assert recipe.model_copy(update={"epochs": 5}).epochs == 5
