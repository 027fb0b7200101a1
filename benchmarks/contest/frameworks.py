"""Those who train through a framework, each as its own documentation shows it. A framework is loaded when it is asked
for; what is not installed raises ImportError.
"""

from __future__ import annotations

import logging
import os
import warnings
from importlib import metadata
from typing import Any

import torch
from torch import Tensor, nn

from benchmarks.contest.laps import Rate
from benchmarks.contest.loops import Assignment
from benchmarks.contest.nets import score


def lightning_rate(task: Assignment) -> Rate:
    """Lightning's Trainer, without logger, checkpoints and progress bar."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import lightning

        for name in ("lightning.pytorch", "lightning.fabric"):
            logging.getLogger(name).setLevel(logging.ERROR)
        laps = task.laps()

        class Module(lightning.LightningModule):
            def __init__(self) -> None:
                super().__init__()
                self.net = task.net.module()

            def training_step(self, batch: Any, number: int) -> Tensor:
                x, y = batch
                return score(self.net(x), y)

            def configure_optimizers(self) -> torch.optim.Optimizer:
                return torch.optim.Adam(self.parameters(), lr=0.001)

            def on_train_epoch_end(self) -> None:
                laps.lap()

        trainer = lightning.Trainer(
            accelerator="gpu" if task.device == "cuda" else "cpu",
            devices=1,
            max_epochs=task.epochs,
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
        )
        trainer.fit(Module(), task.loader())
    return task.done(laps)


def keras_rate(task: Assignment) -> Rate:
    """Keras 3 on torch: ``fit`` on the module, as its TorchModuleWrapper takes it."""
    os.environ["KERAS_BACKEND"] = "torch"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import keras

        laps = task.laps()

        class Watch(keras.callbacks.Callback):
            def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
                laps.lap()

        with keras.device("cuda" if task.device == "cuda" else "cpu"):
            model = keras.Sequential([keras.layers.TorchModuleWrapper(task.net.module().to(task.device))])
            loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
            model.compile(optimizer=keras.optimizers.Adam(0.001), loss=loss)
            x, y = task.arrays()
            model.fit(x, y, batch_size=task.batch, epochs=task.epochs, shuffle=True, verbose=0, callbacks=[Watch()])
    return task.done(laps)


def skorch_rate(task: Assignment) -> Rate:
    """skorch's NeuralNet, without validation and without printing."""
    import skorch

    laps = task.laps()

    class Score(nn.Module):
        def forward(self, scores: Tensor, target: Tensor) -> Tensor:
            return score(scores, target)

    class Watch(skorch.callbacks.Callback):
        def on_epoch_end(self, net: Any, **given: Any) -> None:
            laps.lap()

    net = skorch.NeuralNet(
        task.net.module,
        criterion=Score,
        optimizer=torch.optim.Adam,
        lr=0.001,
        max_epochs=task.epochs,
        batch_size=task.batch,
        iterator_train__shuffle=True,
        train_split=None,
        callbacks=[Watch()],
        device=task.device,
        verbose=0,
    )
    net.fit(*task.arrays())
    return task.done(laps)


def ignite_rate(task: Assignment) -> Rate:
    """Ignite's supervised trainer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ignite.engine import Events, create_supervised_trainer

        laps = task.laps()
        net = task.net.module().to(task.device)
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
        trainer = create_supervised_trainer(net, optimizer, score, device=task.device)
        trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda: laps.lap())
        trainer.run(task.loader(), max_epochs=task.epochs)
    return task.done(laps)


FRAMEWORKS = {
    "Lightning": ("lightning", lightning_rate),
    "Keras": ("keras", keras_rate),
    "skorch": ("skorch", skorch_rate),
    "ignite": ("pytorch-ignite", ignite_rate),
}
"""By their names: the package that has to be installed, and how each trains."""


def version_of(name: str) -> str | None:
    """The version of a framework; None where it is not installed."""
    try:
        return metadata.version(FRAMEWORKS[name][0])
    except metadata.PackageNotFoundError:
        return None
