"""Training on pictures that stay in their files: the same numbers, in bounded memory, whatever dies or disappears."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import torch
from PIL import Image

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Order, Player, Recipe
from tests.workbench.data.bad_readers import Deadly, Silent
from tests.workbench.engine.small import curve, failed, finished, same_weights, train, trainer
from workbench.data import data_set, prepare, streaming
from workbench.data.streaming import Filed, Pictures, filed
from workbench.engine import Control, EpochDone, Failure, RunStarted
from workbench.engine.evaluation import evaluate
from workbench.engine.events import DataNotice, Paused
from workbench.engine.loading import load_data
from workbench.engine.readers import Feed, Readers, ReadersLost
from workbench.engine.streaming import Streamed, StreamedBatches, batches_of, columns_of, few, toned
from workbench.engine.training import Training

SIDE = 16
COUNT = 60


@pytest.fixture(scope="session")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty small pictures of two kinds: bright above, or bright below."""
    return write_album(tmp_path_factory.mktemp("album"))


def write_album(folder: Path) -> Path:
    random = np.random.default_rng(0)
    for number in range(COUNT):
        pixels = random.integers(0, 120, (SIDE, SIDE, 3)).astype(np.uint8)
        kind = number % 2
        pixels[: SIDE // 2] += np.uint8(100 * (1 - kind))
        path = folder / ("above", "below")[kind] / f"{number:03d}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(pixels).save(path)
    return folder


@pytest.fixture(autouse=True)
def here_and_now(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every folder streams, and without processes unless a test wants some."""
    monkeypatch.setattr(streaming, "ROOM", 1000)
    monkeypatch.setenv("WORKBENCH_READERS", "0")
    yield
    Readers.end()


def told(folder: Path, epochs: int = 2, **recipe: Any) -> Project:
    """Tell the two kinds apart: a small net with dropout, so that every random number counts."""
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(3, SIDE, SIDE))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("ReLU", net.add("Conv2d", x, name="c1", out_channels=4, kernel_size=3), name="relu")
    h = net.add("Dropout", net.add("Flatten", net.add("MaxPool2d", h, kernel_size=4)), p=0.3)
    scores = net.add("Linear", h, name="scores", out_features=2)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    settings: dict[str, Any] = {
        "data": DataChoice(name="image_folder", parameters={"folder": str(folder), "size": SIDE}),
        "players": (Player(optimizer=Adam(learning_rate=0.01)),),
        "epochs": epochs, "batch_size": 8, "device": "cpu",
    }  # fmt: skip
    return Project(net, Recipe(**(settings | recipe)), "Told apart")


# ---------------------------------------------------------------------- the same numbers


def test_pictures_in_files_train_to_the_same_bits_as_pictures_in_memory(album, tmp_path, monkeypatch):
    """Only mean and deviation differ in their last digits, so both are given the same."""
    monkeypatch.setattr("workbench.data.scaling.Scaler.fit", classmethod(lambda cls, table, ways: cls()))
    events, _ = train(told(album), tmp_path / "files")
    monkeypatch.setattr(streaming, "ROOM", 2**30)
    others, _ = train(told(album), tmp_path / "memory")
    assert curve(events).tobytes() == curve(others).tobytes()
    assert finished(events).test == pytest.approx(finished(others).test, rel=1e-6)  # added up in other chunks
    assert same_weights(tmp_path / "files", tmp_path / "memory")


def test_the_number_of_processes_changes_no_number(album, tmp_path, monkeypatch):
    train(told(album), tmp_path / "none")
    monkeypatch.setenv("WORKBENCH_READERS", "2")
    events, _ = train(told(album), tmp_path / "two")
    assert finished(events).steps == 12
    assert same_weights(tmp_path / "none", tmp_path / "two")
    assert any("stay in their files and are read by 2 processes" in str(note) for note in events[0].notes)


def test_a_run_stopped_in_the_middle_of_an_epoch_goes_on_to_the_same_bits(album, tmp_path):
    whole, _ = train(told(album), tmp_path / "whole")
    control = Control()
    made = trainer(told(album), tmp_path / "parts", control)
    for event in made.run():
        if isinstance(event, Paused):
            control.stop()
        elif isinstance(event, RunStarted):
            for _ in range(3):
                control.step_once()
    again = list(trainer(told(album), tmp_path / "parts", resume=True).run())
    assert again[0].step == 3, "in the middle of the first epoch"
    assert finished(again).steps == finished(whole).steps
    assert same_weights(tmp_path / "whole", tmp_path / "parts")


def test_what_is_read_ahead_does_not_move_the_order(album):
    """A checkpoint at any batch holds the order as if nothing had been read ahead."""
    prepared = load_data(told(album))
    table, fields = prepared.parts.training, {"image": "image", "label": "label"}

    def batches(readers: int) -> StreamedBatches:
        part = Streamed(table, fields, torch.device("cpu"), Readers(readers))
        part.readers.__class__ = Here  # reads at once, and still ahead
        return StreamedBatches(part, ("image", "label"), 8, Order.SHUFFLED, 5)

    plain, ahead = batches(0), batches(3)
    for _ in range(13):
        one, other = plain.next(), ahead.next()
        assert torch.equal(one["image"], other["image"]) and torch.equal(one["label"], other["label"])
        assert torch.equal(plain.tensors()["generator"], ahead.tensors()["generator"])
    kept, position = ahead.tensors(), ahead.position
    after = [ahead.next()["image"] for _ in range(4)]
    ahead.restore({name: value.clone() for name, value in kept.items()}, position)
    assert all(torch.equal(one, ahead.next()["image"]) for one in after)
    ahead.back()
    assert torch.equal(after[-1], ahead.next()["image"])


class Here(Readers):
    """Reads at once in this process, and as far ahead as processes would."""

    def read(self, reader: Any, sources: Any) -> Any:
        """Read now."""
        count, self.count = self.count, 0
        try:
            return super().read(reader, sources)
        finally:
            self.count = count


def test_pictures_cross_as_bytes_and_are_scaled_to_the_same_bits(album):
    prepared = load_data(told(album))
    column = prepared.parts.training["image"]
    assert isinstance(column, Filed) and column.scale is not None
    raw = np.stack([column.reader(source)["image"] for source in column.names(np.arange(4))])
    assert raw.dtype == np.uint8
    plain = prepared.scaler.scale("image", raw.astype(np.float32) / np.float32(255))
    assert np.array_equal(column.finish(raw), plain)
    assert np.array_equal(toned(torch.from_numpy(column.tones()), torch.from_numpy(raw)).numpy(), plain)


def test_mean_and_deviation_are_those_of_the_pictures(album, monkeypatch):
    filed_one = prepare(data_set("image_folder", folder=str(album), size=SIDE))
    monkeypatch.setattr(streaming, "ROOM", 2**30)
    held = prepare(data_set("image_folder", folder=str(album), size=SIDE))
    for one, other in ((filed_one.scaler.scales["image"], held.scaler.scales["image"]),):
        np.testing.assert_allclose(one.means, other.means, rtol=1e-12)
        np.testing.assert_allclose(one.deviations, other.deviations, rtol=1e-9)
    assert filed_one.parts.sizes == held.parts.sizes
    assert np.array_equal(filed_one.parts.test["label"], held.parts.test["label"])


def test_validation_and_probes_see_what_they_see_of_pictures_in_memory(album, monkeypatch):
    made = Training(told(album), load_data(told(album)), torch.device("cpu"), 1)
    part = made.part("validation")
    assert isinstance(part, Streamed) and len(part["image"]) == len(part["label"]) == 9
    assert part["image"][torch.tensor([3, 1])].shape == (2, 3, SIDE, SIDE)
    assert part["image"].dim() == 4 and part["image"].is_floating_point() and part["image"].min() < part["image"].max()
    whole = {name: part[name][:] for name in part}
    with made.random:
        streamed, held = evaluate(made.tree, part, 4), evaluate(made.tree, whole, 4)
    assert streamed["accuracy"] == pytest.approx(held["accuracy"]) and streamed["loss"] == pytest.approx(held["loss"])
    assert len(few(made.prepared.parts.training)) == 42


# ---------------------------------------------------------------------- memory


def test_an_album_larger_than_memory_trains_in_little_of_it(tmp_path):
    """A hundred pictures of 640 × 640 would fill half a gigabyte. With batches of 2 the notes promise 34 MB."""
    for number in range(100):
        path = tmp_path / "album" / str(number % 2) / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (640, 640), (number, 0, 200 * (number % 2))).save(path)
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(3, 640, 640))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("Flatten", net.add("AvgPool2d", x, kernel_size=160))
    net.add("CrossEntropyLoss", net.add("Linear", h, out_features=2), label)
    data = DataChoice(name="image_folder", parameters={"folder": str(tmp_path / "album"), "size": 640})
    project = Project(net, Recipe(data=data, epochs=1, batch_size=2, device="cpu"), "Large")
    process, peak, over = psutil.Process(), 0, threading.Event()
    made = trainer(project, tmp_path / "run")
    before = process.memory_info().rss

    def watch() -> None:
        nonlocal peak
        while not over.wait(0.01):
            peak = max(peak, process.memory_info().rss)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    events = list(made.run())
    over.set()
    thread.join()
    assert finished(events).steps == 35
    (note,) = [str(note) for note in events[0].notes if "at a time" in str(note)]
    assert "at most 34.4 MB of them" in note
    assert peak - before < 150e6, "the pictures, the numbers of a step, and what libraries take at their first use"


# ---------------------------------------------------------------------- what breaks


def test_a_broken_file_is_passed_over_and_named(tmp_path):
    album = write_album(tmp_path / "album") if (tmp_path / "album").mkdir() is None else tmp_path
    broken = album / "above" / "004.png"
    broken.write_bytes(broken.read_bytes()[:60])
    events, _ = train(told(album), tmp_path / "run")
    assert finished(events).steps == 12
    notices = [event for event in events if isinstance(event, DataNotice)]
    assert [notice.files for notice in notices] == [("above/004.png",)]
    assert "1 files could not be read and are passed over, the last of them above/004.png" in str(notices[0].message)


def test_a_file_that_vanishes_between_two_epochs_is_passed_over_and_the_run_can_go_on(tmp_path):
    (tmp_path / "album").mkdir()
    album = write_album(tmp_path / "album")
    control = Control()
    made = trainer(told(album, epochs=3), tmp_path / "run", control)
    names: set[str] = set()
    for event in made.run():
        if isinstance(event, EpochDone) and event.epoch == 1:
            for number in (0, 7):
                (album / ("above", "below")[number % 2] / f"{number:03d}.png").unlink()
        if isinstance(event, EpochDone) and event.epoch == 2:
            control.stop()
        if isinstance(event, DataNotice):
            names |= set(event.files)
    assert names == {"above/000.png", "below/007.png"}
    (album / "above" / "extra.png").write_bytes((album / "above" / "002.png").read_bytes())
    again = list(trainer(told(album, epochs=3), tmp_path / "run", resume=True).run())
    assert finished(again).epochs == 3
    # The parts are those that the run began with, whatever lies in the folder by now.
    table = load_data(told(album), tmp_path / "run").parts
    assert sum(table.sizes) == COUNT and b"above/extra.png" not in table.training["image"].sources.tolist()


def test_when_every_file_is_gone_the_run_stops_and_can_go_on_when_they_are_back(tmp_path):
    (tmp_path / "album").mkdir()
    album = write_album(tmp_path / "album")
    whole, _ = train(told(album), tmp_path / "whole")
    control = Control()
    events = []
    for event in trainer(told(album), tmp_path / "run", control).run():
        events.append(event)
        if isinstance(event, EpochDone):
            album.rename(tmp_path / "elsewhere")
    assert failed(events).kind is Failure.DATA
    assert "None of the 8 files of a batch can be read" in str(failed(events).message)
    assert "Put the files back" in str(failed(events).remedy)
    (tmp_path / "elsewhere").rename(album)
    again = list(trainer(told(album), tmp_path / "run", resume=True).run())
    assert finished(again).steps == finished(whole).steps
    assert same_weights(tmp_path / "whole", tmp_path / "run")


def test_a_process_that_is_killed_is_replaced_and_no_number_changes(album, tmp_path, monkeypatch):
    train(told(album, epochs=3), tmp_path / "whole")
    monkeypatch.setenv("WORKBENCH_READERS", "1")
    notices, killed = [], 0
    for event in trainer(told(album, epochs=3), tmp_path / "run").run():
        if isinstance(event, EpochDone) and event.epoch == 1:
            (process,) = Readers.shared().processes
            os.kill(process, signal.SIGKILL)
            killed = process
        if isinstance(event, DataNotice):
            notices.append(event)
    finished([event])
    assert killed and len(notices) == 1 and "A process that read files has ended" in str(notices[0].message)
    assert same_weights(tmp_path / "whole", tmp_path / "run")
    assert Readers.shared().processes == (), "no process outlives the run"


def test_a_batch_that_kills_every_process_stops_the_run_with_what_to_do():
    readers = Readers(1)
    columns = filed(Deadly(), ["a", "b"], {"image": ((3, 4, 4), "float32")})
    with pytest.raises(ReadersLost, match="has ended 2 times at the same batch") as lost:
        Feed(columns, readers).get(np.array([0, 1]))
    assert "WORKBENCH_READERS=0" in str(lost.value.remedy) and "can be resumed" in str(lost.value.remedy)
    readers.close()


def test_a_disk_that_falls_silent_does_not_hold_the_run_up(monkeypatch):
    monkeypatch.setattr("workbench.engine.readers.PATIENCE", 0.3)
    readers = Readers(1)
    columns = filed(Silent(), ["a"], {"image": ((3, 4, 4), "float32")})
    with pytest.raises(ReadersLost, match="have not come for 0.3 seconds"):
        Feed(columns, readers).get(np.array([0]))
    readers.close()


def test_a_single_readable_example_is_not_left_alone(album):
    sources = ["above/000.png", "above/no.png", "above/none.png"]
    columns = filed(Pictures(str(album), SIDE), sources, {"image": ((3, SIDE, SIDE), "float32")})
    from workbench.data import Table

    part = columns_of(Table(columns), {"image": "image"}, torch.device("cpu"))
    batch = batches_of(part, ("image",), 3, Order.AS_GIVEN, 0).next()["image"]
    assert batch.shape[0] == 2 and torch.equal(batch[0], batch[1])
