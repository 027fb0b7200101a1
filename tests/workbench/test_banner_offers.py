"""A run that had too little memory: the banner offers ways to go on, one click each."""

from graphs.message import say
from tests.workbench.engine.small import flowers
from workbench.banner import Banner
from workbench.engine.memory import Relief
from workbench.session import Session


def test_each_offer_is_a_button(qtbot):
    banner, taken = Banner(), []
    qtbot.addWidget(banner)
    banner.offerChosen.connect(taken.append)
    banner.tell(say("Stopped."), say("Stopped."), None, tuple(Relief))
    assert [button.text() for button in banner.offers.values()] == ["Half the batch", "In two pieces", "Half precision"]
    banner.offers[Relief.PIECES].click()
    assert taken == [Relief.PIECES]
    banner.tell(say("Stopped."), say("Stopped."), None)
    assert not banner.offers


def test_what_is_taken_is_one_step_of_undo():
    session = Session(flowers(batch_size=16))
    session.relieve(Relief.HALF_BATCH)
    assert session.project.recipe.batch_size == 8
    session.undo()
    session.relieve(Relief.PIECES)
    assert (session.project.recipe.batch_size, session.project.recipe.accumulate) == (16, 2)
