"""What every live view promises, shown for each one there is."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

import presets
from graphs.project import Project
from tests.workbench.engine.sentences import attentive, reader
from tests.workbench.views.further_samples import FITTING
from tests.workbench.views.samples import finished, one_of_everything, started
from widgets import language, theme
from workbench.session import Session
from workbench.translations import vocabulary
from workbench.views import views
from workbench.views.card import View

NAMES = tuple(views())


def fitting(name: str) -> Project:
    """A project that a view has something to show of."""
    drawn = {"gates": reader, "attention": attentive, **FITTING}
    return drawn[name]() if name in drawn else presets.build({"decision_boundary": "perceptron"}.get(name, "lenet5"))


@pytest.fixture
def english_and_light_afterwards(qapp):
    yield
    language.install(qapp, {})
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture(params=NAMES)
def view(request, qtbot) -> View:
    """A view of a project it fits, on the screen."""
    session = Session(fitting(request.param))
    made = views()[request.param](session)
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def tell(view: View, *steps: int, begin: bool = True) -> None:
    """Let a view hear of a training up to the last of these steps."""
    if begin:
        view.take(started())
    for step in steps:
        for event in one_of_everything(step):
            view.take(event)
    view.refresh()


def pixels(view: View) -> bytes:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(0)  # the rounded corners of a card are not painted, and memory holds anything
    view.render(image)
    return bytes(image.constBits())


def settled(view: View) -> bytes:
    """The picture once nothing in it moves any more: axes and legends find their places a few turns after the data."""
    QTest.qWait(300)
    last = pixels(view)
    for _ in range(60):
        QTest.qWait(50)
        now = pixels(view)
        if now == last:
            return now
        last = now
    raise AssertionError("The picture never comes to rest.")


def test_the_views_are_found_by_looking():
    assert NAMES[:5] == ("curves", "gradients", "feature_maps", "decision_boundary", "confusion_matrix")


@pytest.mark.parametrize("name", NAMES)
def test_a_view_says_what_it_is_in_both_languages(name):
    kind, words = views()[name], vocabulary("zh_CN")
    assert words[kind.title] == kind.chinese
    assert all(text in words for text in (kind.title, kind.look_for, kind.waiting))
    assert kind.icon.startswith("mdi6.")


def test_before_training_it_says_what_will_come_and_what_to_do(view):
    assert view.is_empty()
    assert "Press Train." in view.message
    assert pixels(view)


def test_one_sample_makes_a_picture(view):
    before = pixels(view)
    tell(view, 1)
    assert not view.is_empty() and view.message == ""
    assert pixels(view) != before


def test_many_samples_are_kept_in_bounded_room(view):
    tell(view, *range(1, 300))
    assert len(view.history) <= view.remembered
    if view.probe:
        assert view.history.samples[0].step == 1 and view.history.latest.step == 299
    assert view.step == 299
    assert pixels(view)


def test_a_frozen_picture_stays_while_data_go_on_arriving(view):
    tell(view, 1, 2)
    view.set_frozen(True)
    before = settled(view)
    tell(view, 3, 50, begin=False)
    assert settled(view) == before
    view.set_frozen(False)
    assert view.step == 50
    assert settled(view) != before


def test_a_run_that_begins_behind_a_frozen_picture_replaces_it_afterwards(view):
    tell(view, 90)
    view.set_frozen(True)
    tell(view, 2)
    view.set_frozen(False)
    assert view.step == 2


def test_what_arrives_while_hidden_is_there_when_shown(view):
    tell(view, 1)
    view.hide()
    drawn = []
    view.draw = lambda original=view.draw: (drawn.append(view.step), original())
    tell(view, 2, 40, begin=False)
    assert drawn == []
    view.show()
    assert drawn == [40]


def test_a_new_run_begins_with_an_empty_picture(view):
    tell(view, 1, 2)
    view.take(started())
    view.refresh()
    assert view.is_empty() and "Press Train." in view.message


def test_the_end_of_a_run_leaves_the_picture(view):
    tell(view, 1, 2)
    view.take(finished())
    view.refresh()
    assert not view.is_empty() and view.step == 100


def test_theme_and_language_change_while_it_is_open(view, qapp, english_and_light_afterwards):
    tell(view, 1, 2)
    light = pixels(view)
    theme.apply(qapp, theme.DARK)
    qapp.processEvents()
    dark = pixels(view)
    assert dark != light
    language.install(qapp, vocabulary("zh_CN"), "zh_CN")
    qapp.processEvents()
    assert view.accessibleName() == view.chinese
    assert pixels(view) != dark


def test_the_values_can_be_taken_away(view, tmp_path):
    tell(view, 1, 2)
    view.export_csv(tmp_path / "values.csv")
    view.export_png(tmp_path / "picture.png")
    lines = (tmp_path / "values.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) >= 2 and len({line.count(",") for line in lines}) == 1
    assert (tmp_path / "picture.png").stat().st_size > 1000
    view.export_svg(tmp_path / "picture.svg")
    assert "<svg" in (tmp_path / "picture.svg").read_text() and (tmp_path / "picture.svg").stat().st_size > 1000


def test_it_leaves_nothing_behind(view, qapp):
    tell(view, 1, 2)
    assert not [timer for timer in view.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
    kind, session = type(view), view.session
    other = kind(session)
    tell(other, 1)
    gone = weakref.ref(other)
    other.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del other
    gc.collect()
    assert gone() is None


def test_a_large_view_hides_the_others_and_gives_the_place_back(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    session = Session(presets.build("lenet5"))
    cards = [kind(session) for kind in views().values()]
    for card in cards:
        column.addWidget(card)
    place.show()
    heard = []
    cards[1].expanded.connect(heard.append)
    cards[1]._expand.click()
    assert [card.isVisible() for card in cards] == [card is cards[1] for card in cards]
    cards[1]._expand.click()
    assert all(card.isVisible() for card in cards)
    assert heard == [True, False]


@pytest.mark.parametrize(
    ("name", "preset", "lacking"),
    [
        ("decision_boundary", "lenet5", "two features"),
        ("decision_boundary", "linear_regression", "data with classes"),
        ("confusion_matrix", "linear_regression", "data with classes"),
        ("gates", "lenet5", "a recurrent layer"),
        ("attention", "lenet5", "it needs attention"),
        ("probabilities", "linear_regression", "data with classes"),
        ("predictions", "lenet5", "numbers, a mask or boxes"),
        ("reconstructions", "lenet5", "compares its output with its input"),
        ("error_histogram", "lenet5", "compares its output with its input"),
        ("latent", "lenet5", "the code"),
        ("generated", "lenet5", "made out of chance"),
        ("film_strip", "lenet5", "it needs AddNoise"),
        ("judging", "lenet5", "a generator and a judge"),
        ("activations", "linear_regression", "it needs an activation"),
        ("embeddings", "lenet5", "it needs an Embedding"),
        ("positions", "lenet5", "it needs SinusoidalPosition"),
        ("inputs", "linear_regression", "pictures, sounds"),
        ("hidden_space", "perceptron", "a hidden layer of two units"),
        ("spikes", "lenet5", "neurons that spike"),
        ("ctc_paths", "lenet5", "it needs a CTCLoss"),
        ("captions", "lenet5", "writes words about a picture"),
        ("explanations", "autoencoder", "classes or numbers"),
    ],
)
def test_a_network_it_does_not_fit_is_told_what_it_lacks(name, preset, lacking, qtbot):
    view = views()[name](Session(presets.build(preset)))
    qtbot.addWidget(view)
    view.show()
    assert view.message.startswith("Nothing to show for this network") and lacking in view.message


def test_gradient_norms_need_weights(qtbot):
    view = views()["gradients"](Session(Project()))
    qtbot.addWidget(view)
    assert "a node with weights" in view.message


@pytest.mark.parametrize("name", NAMES)
def test_a_view_that_fits_says_nothing_is_missing(name):
    assert views()[name].fits(fitting(name)) is None


def test_no_view_outgrows_a_narrow_dock(view):
    tell(view, 1, 2)
    view.resize(320, 220)
    QApplication.processEvents()
    assert view.width() == 320 and view.minimumSizeHint().width() <= 320
    assert pixels(view)
