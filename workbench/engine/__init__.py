"""The engine trains a project: no window, no special case for any architecture.

``workbench.engine.trainer.Trainer`` is a generator of the events named here. This package itself loads neither torch
nor Qt, so that a window can show before either is needed; the modules that compute load torch when they are imported.
"""

from workbench.engine.control import Control, ControlError
from workbench.engine.events import (
    Advised,
    Array,
    CheckpointKind,
    CheckpointSaved,
    ControlChanged,
    EpochDone,
    Event,
    Failure,
    FoldDone,
    Paused,
    Progress,
    Resumed,
    RunFailed,
    RunFinished,
    RunStarted,
    Sample,
    Scalars,
)

__all__ = [
    "Advised",
    "Array",
    "CheckpointKind",
    "CheckpointSaved",
    "Control",
    "ControlChanged",
    "ControlError",
    "EpochDone",
    "Event",
    "Failure",
    "FoldDone",
    "Paused",
    "Progress",
    "Resumed",
    "RunFailed",
    "RunFinished",
    "RunStarted",
    "Sample",
    "Scalars",
]
