"""What is changed in the drawing while it trains reaches the training, and undo takes it back there too."""

from graphs.edits import ChangeNode, SetParameter
from tests.workbench.engine.small import flowers
from workbench.engine.control import Control, SetDropout, SetFrozen, SetLossWeight
from workbench.session import RunState, Session
from workbench.steering import Steering


def test_changes_of_the_drawing_are_sent_and_taken_back():
    session = Session(flowers())
    node = {each.name: each.id for each in session.project.network}
    session.control = Control()
    session._steering = Steering(session.project.copy(), session.control)
    session.state = RunState.RUNNING
    session.do(SetParameter(node["loss"], "weight", 0.5))
    session.do(SetParameter(node["drop"], "p", 0.4))
    session.do(ChangeNode(node["hidden"], frozen=True))
    session.do(SetParameter(node["hidden"], "out_features", 20))  # for the next training
    assert session.control.commands() == (
        SetLossWeight(node["loss"], 0.5),
        SetDropout(node["drop"], 0.4),
        SetFrozen(node["hidden"], True),
    )
    session.undo()
    session.undo()
    assert session.control.commands() == (SetFrozen(node["hidden"], False),)
    session.state = RunState.IDLE
    session.undo()
    assert session.control.commands() == ()
