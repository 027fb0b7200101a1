"""Generator and critic: two players, shared uses of one critic, a penalty that differentiates inside."""

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from graphs.diagnosis import diagnose_players
from graphs.edits import DropFrame
from graphs.meaning import Source
from graphs.network import Outlet
from graphs.project import Project
from tests.workbench.engine.adversaries import ByHand, wgan_gp
from tests.workbench.engine.small import failed, finished, train
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def begun(project: Project) -> Training:
    return Training(project, load_data(project), torch.device("cpu"), 1)


def leaves(loss: Tensor) -> set[int]:
    """The ``id`` of every tensor that the graph behind a loss would give a gradient to."""
    found: set[int] = set()
    seen, todo = set(), [loss.grad_fn]
    while todo:
        here = todo.pop()
        if here is None or here in seen:
            continue
        seen.add(here)
        if hasattr(here, "variable"):
            found.add(id(here.variable))
        todo += [one for one, _ in here.next_functions]
    return found


def weights(training: Training, name: str) -> list[nn.Parameter]:
    return list(training.tree.get_submodule(name).parameters())


def test_the_critics_step_builds_no_graph_for_the_generator() -> None:
    training = begun(wgan_gp())
    critic, generator = training.movers
    mine = {id(p) for p in weights(training, "D")}
    theirs = {id(p) for p in weights(training, "G")}
    assert {id(p) for p in critic.parameters} == mine and {id(p) for p in generator.parameters} == theirs
    with training.random:
        inputs = training.batches.next()
        training.let_move(critic)
        before = [p.detach().clone() for p in weights(training, "G")]
        loss = torch.stack(critic.program(inputs)).sum()
        found = leaves(loss)
        assert found & theirs == set() and found & mine == mine
        critic.move(inputs)
        assert all(p.grad is None for p in weights(training, "G"))
        assert all(torch.equal(p, old) for p, old in zip(weights(training, "G"), before, strict=True))
        training.let_move(generator)
        (loss,) = generator.program(inputs)
        assert leaves(loss) & mine == set() and leaves(loss) & theirs == theirs
        before = [p.detach().clone() for p in weights(training, "D")]
        generator.move(inputs)
        assert all(torch.equal(p, old) for p, old in zip(weights(training, "D"), before, strict=True))


def test_penalty_loss_and_gradients_are_those_of_the_loop_written_by_hand() -> None:
    training = begun(wgan_gp())
    hand, (critic, _) = ByHand(training), training.movers
    real = hand.batches[:20]
    training.let_move(critic)
    torch.manual_seed(3)
    *_, penalty = outputs = critic.program({"real": real})
    loss = torch.stack(outputs).sum()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.manual_seed(3)
    expected, expected_penalty = hand.critic_loss(real)
    expected.backward()  # type: ignore[no-untyped-call]
    assert penalty.item() == pytest.approx(expected_penalty.item(), abs=1e-6)
    assert loss.item() == pytest.approx(expected.item(), abs=1e-6)
    for mine, theirs in zip(weights(training, "D"), hand.D.parameters(), strict=True):
        assert mine.grad is not None and theirs.grad is not None
        assert torch.allclose(mine.grad, theirs.grad, atol=1e-6)


def test_two_rounds_of_five_to_one_end_where_the_loop_written_by_hand_ends() -> None:
    training = begun(wgan_gp())
    hand = ByHand(training)
    with training.random:
        for _ in range(10):
            training.advance()
    assert [mover.moved for mover in training.movers] == [10, 2]
    again = begun(wgan_gp())
    with again.random:
        for number in range(10):
            real = hand.batches[20 * number : 20 * number + 20]
            hand.step("D", hand.critic_loss(real)[0])
            if number % 5 == 4:
                hand.step("G", -hand.D(hand.G(torch.randn(len(real), 3))).mean())
    for name, net in (("G", hand.G), ("D", hand.D)):
        for mine, theirs in zip(weights(training, name), net.parameters(), strict=True):
            assert torch.allclose(mine, theirs, atol=1e-5), name


@pytest.mark.parametrize("off", [torch.no_grad, torch.inference_mode])
def test_a_penalty_is_measured_where_gradients_are_off(off: type[torch.no_grad] | type[torch.inference_mode]) -> None:
    training = begun(wgan_gp())
    (penalty,) = (Source(s.node, "y") for s in training.plan.steps if s.name == "penalty")
    program = training.tree.program((penalty,))
    assert program.needs_grad
    real = torch.randn(8, 2)
    torch.manual_seed(0)
    (plain,) = program({"real": real})
    torch.manual_seed(0)
    with off():
        (value,) = program({"real": real * 1})  # made in here, so a tensor of this very mode
    assert not value.requires_grad and value.item() == plain.item()
    with training.random:
        validation = training.evaluate("validation")
    assert validation["penalty"] > 0


def test_it_trains_to_the_end_and_clipped_weights_stay_small(tmp_path: Path) -> None:
    project = wgan_gp(clip_weights=0.05, clip_norm=1.0)
    project.recipe = project.recipe.model_copy(update={"epochs": 1})
    events, made = train(project, tmp_path / "run")
    assert {"loss_real", "loss_fake", "penalty", "loss_G"} <= set(finished(events).validation)
    assert max(float(abs(made.weights()[project.network.node("D").id, f"l{n}.weight"]).max()) for n in (1, 2)) < 0.0501
    assert float(abs(made.weights()[project.network.node("G").id, "l1.weight"]).max()) > 0.05


@pytest.mark.parametrize(("clip", "value"), [("clip_norm", 0.01), ("clip_value", 0.003)])
def test_gradients_are_clipped_before_the_step(clip: str, value: float) -> None:
    project = wgan_gp(**{clip: value})
    training = begun(project)
    critic = training.movers[0]
    with training.random:
        training.let_move(critic)
        critic.move(training.batches.next())
    flat = torch.cat([p.grad.flatten() for p in critic.parameters if p.grad is not None])
    length = flat.norm() if clip == "clip_norm" else flat.abs().max()
    assert length.item() == pytest.approx(value, rel=1e-3)


def test_a_frame_moves_what_lies_in_it_and_a_node_in_no_frame_stays() -> None:
    project = wgan_gp()
    net = project.network
    critic = project.recipe.players[0]
    extra = net.add("Linear", Outlet(net, net.node("real").id, "y"), name="alone", out_features=1)
    more = net.add("WassersteinLoss", extra, name="loss_alone", target="real")
    longer = critic.model_copy(update={"losses": (*critic.losses, more.node)})
    project.recipe = project.recipe.model_copy(update={"players": (longer, project.recipe.players[1])})
    training = begun(project)
    assert set(training.movers[0].nodes) == {net.node("D").id}
    moved = longer.model_copy(update={"moves": (extra.node,)})
    project.recipe = project.recipe.model_copy(update={"players": (moved, project.recipe.players[1])})
    assert set(begun(project).movers[0].nodes) == {net.node("D").id, extra.node}


def test_a_player_may_name_a_use_of_shared_weights() -> None:
    project = wgan_gp()
    net, (critic, generator) = project.network, project.recipe.players
    by_use = critic.model_copy(update={"frames": (), "moves": (net.node("D_between").id,), "losses": critic.losses[2:]})
    project.recipe = project.recipe.model_copy(update={"players": (by_use, generator)})
    assert set(begun(project).movers[0].nodes) == {net.node("D").id}


def test_a_frame_that_is_gone_is_told(tmp_path: Path) -> None:
    project = wgan_gp()
    frame = project.recipe.players[1].frames[0]
    assert diagnose_players(project.network, project.recipe.players) == []
    back = project.apply(DropFrame(frame))
    problems = [problem.text for problem in diagnose_players(project.network, project.recipe.players)]
    assert problems[0].startswith("Player generator names a frame that is no longer there.")
    assert "nothing to move" in str(failed(train(project, tmp_path / "run")[0]).message)
    project.apply(back)
    assert diagnose_players(project.network, project.recipe.players) == []
