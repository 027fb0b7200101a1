"""What is known of published data sets before they are here, and what is read of them once they are."""

import numpy as np
import pytest

from tests.workbench.data.own_files import own_parameters
from tests.workbench.data.published_files import put_in_place
from workbench.data import DataError, data_set, data_sets, prepare
from workbench.data.coco import entries
from workbench.data.downloads import NotHere, data_folder
from workbench.data.framing import framed
from workbench.data.published import facts

PUBLISHED = sorted(name for name, kind in data_sets().items() if kind.downloaded)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder with nothing in it."""
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_there_are_the_classic_ones():
    assert PUBLISHED == [
        "cifar10", "cifar100", "coco", "fashion_mnist", "mnist", "voc_detection", "voc_segmentation"
    ]  # fmt: skip


@pytest.mark.parametrize("name", PUBLISHED)
def test_fields_classes_and_sizes_are_known_before_anything_is_here(name, folder):
    dataset = data_set(name)
    assert dataset.fields() and dataset.class_names() and dataset.examples() > 600
    assert dataset.missing() == dataset.remotes()
    assert dataset.to_fetch() == sum(remote.size for remote in dataset.remotes()) > 10_000_000
    assert all(remote.checksum.startswith(("md5:", "sha256:")) for remote in dataset.remotes())
    assert all(url.startswith(("http://", "https://")) for remote in dataset.remotes() for url in remote.urls)
    with pytest.raises(NotHere) as told:
        dataset.load()
    sentence = str(told.value)
    assert dataset.remotes()[0].name in sentence and str(folder) in sentence and f"--download {name}" in sentence
    assert not folder.exists()


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_set_is_read_without_a_network_once_it_is_here(name):
    dataset = put_in_place(name)
    prepared = prepare(dataset)
    assert sum(prepared.parts.sizes) == len(dataset.load())
    assert prepared.parts.training["image"].shape[1:] == tuple(dataset.fields()["image"].dims)


def test_addresses_and_checksums_are_those_that_torchvision_uses():
    from torchvision.datasets import MNIST, FashionMNIST
    from torchvision.datasets.voc import DATASET_YEAR_DICT

    for name, kind in (("mnist", MNIST), ("fashion_mnist", FashionMNIST)):
        remotes = data_set(name).remotes()
        assert [(r.name, r.checksum) for r in remotes] == [(file, f"md5:{md5}") for file, md5 in kind.resources]
        mirrored = {mirror + file for mirror in kind.mirrors for file, _ in kind.resources}
        assert {url for remote in remotes for url in remote.urls} == mirrored
    assert data_set("fashion_mnist").class_names() == tuple(FashionMNIST.classes)
    for year, keys in (("2007", ("2007", "2007-test")), ("2012", ("2012",))):
        remotes = data_set("voc_detection", year=year).remotes()
        wanted = [(DATASET_YEAR_DICT[key]["url"], f"md5:{DATASET_YEAR_DICT[key]['md5']}") for key in keys]
        assert [(remote.urls[0], remote.checksum) for remote in remotes] == wanted


def test_classes_are_numbered_as_torchvision_numbers_them():
    from workbench.data import coco, voc

    known = facts("models/_meta.py")
    assert list(coco.KINDS) == [name for name in known["_COCO_CATEGORIES"] if name not in ("__background__", "N/A")]
    assert list(voc.KINDS) == known["_VOC_CATEGORIES"][1:]
    assert len(data_set("imagenet").class_names()) == 1000 and data_set("imagenet").class_names()[0] == "tench"
    assert len(set(data_set("cifar100").class_names())) == 100


def test_what_was_published_for_testing_is_the_test():
    prepared = prepare(put_in_place("mnist"), scale=False)
    table = prepared.dataset.load()
    assert table.tests == 10 and len(table) == 40
    assert np.array_equal(prepared.parts.test["image"], table["image"][30:])
    training, validation, test = prepared.parts.sizes
    assert (test, training + validation) == (10, 30) and training == 25  # 70 : 15 of thirty
    without = prepare(put_in_place("mnist"), (0.8, 0.2, 0.0)).parts.sizes
    assert without[2] == 0 and sum(without) == 40


def test_a_border_makes_mnist_as_large_as_lenet_5_had_it():
    put_in_place("mnist")
    plain, framed_one = data_set("mnist").load(), data_set("mnist", border=2).load()
    assert framed_one["image"].shape == (40, 1, 32, 32) and framed_one["image"][:, :, :2].max() == 0
    assert np.array_equal(framed_one["image"][:, :, 2:-2, 2:-2], plain["image"])
    assert plain["image"].max() == 1.0


def test_a_file_that_is_not_what_it_should_be_is_named():
    dataset = put_in_place("mnist")
    labels = dataset.folder() / "train-labels-idx1-ubyte.gz"
    labels.write_bytes(labels.read_bytes()[:-12])
    with pytest.raises(DataError, match=r"train-labels-idx1-ubyte.gz.*Delete it, and it is fetched again"):
        dataset.load()
    dataset = put_in_place("cifar10")
    batch = data_folder() / "cifar10/cifar-10-binary/cifar-10-batches-bin/data_batch_2.bin"
    batch.write_bytes(batch.read_bytes()[:-1])
    with pytest.raises(DataError, match=r"data_batch_2.bin.*no multiple of 3073"):
        dataset.load()


def test_boxes_move_with_the_middle_that_is_cut_out():
    """In 80 × 40 the middle begins at 20: a person from 20 to 40 is the left half, a bus from 0 to 20 is gone."""
    put_in_place("voc_detection")
    table = data_set("voc_detection", objects=3, size=32).load()
    assert table["boxes"][0].tolist() == [[0.25, 0.5, 0.5, 1.0], [0.0] * 4, [0.0] * 4]
    assert table["labels"][0].tolist() == [14, -1, -1]
    assert data_set("voc_detection").class_names()[14] == "human being"
    put_in_place("coco")
    coco = data_set("coco", objects=2).load()
    assert coco["boxes"][3].tolist() == [[0.5, 0.5, 0.5, 0.5], [0.0] * 4]
    assert coco["labels"][3].tolist() == [16, -1] and data_set("coco").class_names()[16] == "dog"


def test_the_largest_boxes_come_first_and_what_is_hardly_seen_is_left_out():
    corners = np.array([[0, 0, 2, 2], [4, 4, 8, 8], [-9, 0, 1, 4], [0, 0, 0, 0]])
    boxes, labels = framed(corners, np.arange(4), 8, 8, 3)
    assert labels.tolist() == [1, 0, -1]
    assert boxes[0].tolist() == [0.75, 0.75, 0.5, 0.5]


def test_a_map_of_classes_says_nothing_at_edges():
    put_in_place("voc_segmentation")
    table = data_set("voc_segmentation", size=40).load()
    row = table["classes"][0][20]
    assert row[:20].tolist() == [15] * 20 and row[20:22].tolist() == [-100] * 2 and row[22:].tolist() == [0] * 18
    assert table["classes"].dtype == np.int64


def test_annotations_are_read_one_by_one():
    text = '{"info": {"a": [1]}, "images": [ {"id": 1}, {"id": 2} ], "annotations": []}'
    assert [entry["id"] for entry in entries(text, "images")] == [1, 2]
    assert list(entries(text, "annotations")) == []


def test_imagenet_says_which_files_to_put_where(folder, tmp_path):
    with pytest.raises(DataError, match=r"ILSVRC2012_img_train.tar at https://image-net.org.*imagenet/train holds one"):
        data_set("imagenet").load()
    (folder / "imagenet" / "train" / "n01440764").mkdir(parents=True)
    with pytest.raises(DataError, match="should hold 1000 folders of pictures, one for each kind, and holds 1"):
        data_set("imagenet").load()
    table = data_set("imagenet", **own_parameters("imagenet", tmp_path)).load()
    assert table.streams and table["label"].tolist() == [0] * 6 + [1] * 6
