"""Several players on one network: each moves its own weights for its own losses, in its turn."""

from pathlib import Path

import pytest
import torch

from graphs.network import Network
from graphs.recipe import SGD, Adam, AdamW, Player
from tests.workbench.engine.small import curve, failed, finished, flowers, rivals, train
from workbench.engine import Failure
from workbench.engine.optimizers import build_optimizer
from workbench.engine.probes.gradient_norms import GradientNorms
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def rounds(updates: tuple[int, int]) -> tuple[Training, list[list[str]]]:
    """Train the rivals for one round, and note whose weights moved at each step."""
    project = rivals(updates)
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    moved = []
    with training.random:
        for _ in range(max(updates)):
            before = {mover.name: [p.detach().clone() for p in mover.parameters] for mover in training.movers}
            training.advance()
            moved.append(
                [
                    mover.name
                    for mover in training.movers
                    if any(not torch.equal(p, old) for p, old in zip(mover.parameters, before[mover.name], strict=True))
                ]
            )
    return training, moved


def test_a_critic_with_five_updates_moves_on_every_batch_and_the_other_once_after_it() -> None:
    _, moved = rounds((5, 1))
    assert moved == [["judge"], ["judge"], ["judge"], ["judge"], ["judge", "maker"]]


def test_no_gradient_is_built_for_weights_that_do_not_move() -> None:
    project = rivals()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    judge, maker = training.movers
    with training.random:
        inputs = training.batches.next()
        training.let_move(judge)
        kept = [p.detach().clone() for p in maker.parameters]
        judge.move(inputs)
        assert all(p.grad is None for p in maker.parameters)
        assert all(torch.equal(p, old) for p, old in zip(maker.parameters, kept, strict=True))
        kept = [p.detach().clone() for p in judge.parameters]
        for parameter in judge.parameters:
            parameter.grad = None
        training.let_move(maker)
        maker.move(inputs)
        assert all(p.grad is None for p in judge.parameters)
        assert all(torch.equal(p, old) for p, old in zip(judge.parameters, kept, strict=True))


def test_two_players_give_the_numbers_of_the_loop_written_by_hand(tmp_path: Path) -> None:
    project = rivals()
    events, _ = train(project, tmp_path / "run")
    data = load_data(project).parts.training
    torch.manual_seed(project.recipe.seed)
    maker, judge = torch.nn.Linear(4, 6), torch.nn.Linear(6, 3)
    players = {
        "judge": (torch.optim.SGD(judge.parameters(), lr=0.1, fused=True), 1.0),
        "maker": (torch.optim.SGD(maker.parameters(), lr=0.1, fused=True), 0.5),
    }
    expected: dict[str, list[float]] = {"judge": [], "maker": []}
    for _ in range(2):
        for start in range(0, 105, 21):
            x = torch.from_numpy(data["features"][start : start + 21])
            label = torch.from_numpy(data["label"][start : start + 21])
            for name, (optimizer, weight) in players.items():
                loss = weight * torch.nn.functional.cross_entropy(judge(maker(x).tanh()), label)
                maker.zero_grad()
                judge.zero_grad()
                loss.backward()
                optimizer.step()
                expected[name].append(loss.item())
    for name in players:
        assert curve(events, f"train/loss/{name}").tolist() == pytest.approx(expected[name], rel=1e-5)
    assert finished(events).validation.keys() == {"loss", "judge_loss", "maker_loss"}


def test_a_player_with_two_losses_minimises_their_sum(tmp_path: Path) -> None:
    project = rivals()
    project.recipe = project.recipe.model_copy(update={"players": (Player(optimizer=SGD()),)})
    events, _ = train(project, tmp_path / "run", probes=(GradientNorms(every=1),))
    total, first, second = (curve(events, f"train/{name}") for name in ("loss", "judge_loss", "maker_loss"))
    assert total.tolist() == pytest.approx((first + second).tolist(), rel=1e-6)
    assert second.tolist() == pytest.approx((0.5 * first).tolist(), rel=1e-6)
    without, _ = train(project, tmp_path / "without")
    assert curve(without).tobytes() == total.tobytes()
    validation = finished(events).validation
    assert validation["loss"] == pytest.approx(validation["judge_loss"] + validation["maker_loss"])


@pytest.mark.parametrize(
    "chosen", [SGD(learning_rate=0.05), SGD(momentum=0.9, nesterov=True), Adam(), AdamW(learning_rate=0.01)]
)
def test_every_optimizer_takes_the_step_torch_takes(chosen: SGD | Adam | AdamW) -> None:
    ours = [torch.nn.Parameter(torch.linspace(-1, 1, 6).reshape(2, 3))]
    theirs = [torch.nn.Parameter(ours[0].detach().clone())]
    settings = {"lr": chosen.learning_rate, "weight_decay": chosen.weight_decay}
    if isinstance(chosen, SGD):
        settings |= {"momentum": chosen.momentum, "nesterov": chosen.nesterov}
    made = build_optimizer(ours, chosen)
    plain = getattr(torch.optim, chosen.type)(theirs, foreach=False, fused=False, **settings)
    for _ in range(3):
        for weight in (*ours, *theirs):
            weight.grad = weight.detach().sin()
        made.step()
        plain.step()
    assert torch.allclose(ours[0], theirs[0], rtol=1e-6)


def test_a_player_without_a_loss_or_without_weights_says_what_is_missing(tmp_path: Path) -> None:
    project = flowers()
    network = project.network
    for wire in network.wires_into(network.node("loss").id):
        network.drop_wire(wire)
    network.drop_node(network.node("loss").id)
    trouble = failed(train(project, tmp_path / "no_loss")[0])
    assert trouble.kind is Failure.DRAWING
    assert str(trouble.message) == "The player all has no loss to minimise."
    project = flowers(players=(Player(moves=(1,)),))
    trouble = failed(train(project, tmp_path / "no_weights")[0])
    assert "nothing to move" in str(trouble.message)


def test_a_player_rests_until_it_begins_and_after_it_ends() -> None:
    project = rivals()
    judge, maker = project.recipe.players
    players = (judge.model_copy(update={"ends": 1.0}), maker.model_copy(update={"begins": 1.0}))
    project.recipe = project.recipe.model_copy(update={"players": players})
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    moved = []
    for _ in range(2):
        before = {name: value.detach().clone() for name, value in training.tree.state_dict().items()}
        with training.random:
            for _ in range(training.per_epoch):
                training.advance()
        after = training.tree.state_dict()
        moved.append({name.split(".")[0] for name in after if not torch.equal(after[name], before[name])})
        assert training.pending == training.per_epoch
        (told,) = training.fetch()
        assert set(told.values) == {"train/loss/judge" if len(moved) == 1 else "train/loss/maker"}
    assert moved == [{"judge"}, {"maker"}]


def test_a_training_in_which_nobody_plays_yet_goes_on(tmp_path: Path) -> None:
    project = rivals()
    players = tuple(player.model_copy(update={"begins": 1.0}) for player in project.recipe.players)
    project.recipe = project.recipe.model_copy(update={"players": players})
    events, _ = train(project, tmp_path / "run")
    assert 2 * len(curve(events, "train/loss/judge")) == finished(events).steps


def test_thawing_counts_from_where_a_player_begins() -> None:
    player = Player(begins=8, thaw_first=1, thaw_every=4, ends=20)
    assert [player.plays(epochs) for epochs in (0, 7.9, 8, 19.9, 20)] == [False, False, True, True, False]
    assert [player.awake(epochs) for epochs in (0, 8, 11.9, 12, 16)] == [1, 1, 1, 2, 3]


def test_every_copy_of_a_repeated_block_has_its_gradient() -> None:
    project = flowers(epochs=1)
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    block = net.define("Layer")
    inner = block.add("Tanh", block.add("Linear", block.add("Input", name="x"), name="linear", out_features=4))
    block.add("Output", inner, name="y")
    scores = net.add("Linear", net.add("Layer", x, name="chain", repeat=3), name="scores", out_features=3)
    net.add("CrossEntropyLoss", scores, net.add("Input", name="label", field="label", kind="index"), name="loss")
    project.network = net
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = GradientNorms()
    probe.suits(training)
    with training.random:
        probe.begin(1)
        training.advance((probe,))
    (sample,) = probe.collect(training)
    assert sample.labels["copies"] == ("chain.0", "chain.1", "chain.2")
    wanted = [  # by hand
        sum(float(p.grad.square().sum()) for name, p in training.tree.named_parameters() if name.startswith(copy))
        ** 0.5
        for copy in sample.labels["copies"]
    ]
    assert sample.data["copy_norms"].tolist() == pytest.approx(wanted, rel=1e-5)
    together = dict(zip(sample.labels["nodes"], sample.data["weight_norms"].tolist(), strict=True))
    assert together["chain"] == pytest.approx(sum(one**2 for one in wanted) ** 0.5, rel=1e-5)
    assert "chain" in sample.labels["nodes"] and (sample.data["copy_updates"] > 0).all()
