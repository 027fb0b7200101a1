"""Limits of the machine that are really there: a child process that may not have more memory than this."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

CHILD = """
import json, resource, sys
from pathlib import Path
import torch
import graphs
from graphs.recipe import Adam, DataChoice, Player, Recipe
from workbench.engine.events import RunFailed
from workbench.engine.trainer import Trainer

net = graphs.Network()
x = net.add("Input", name="features", field="features", shape=(4,))
label = net.add("Input", name="label", field="label", kind="index")
h = net.add("Linear", x, name="huge", out_features=200_000)
h = net.add("Linear", h, name="after", out_features=300)
z = net.add("Linear", h, name="scores", out_features=3)
net.add("CrossEntropyLoss", z, label, name="loss")
project = graphs.Project(net, Recipe(data=DataChoice(name="iris"), players=(Player(optimizer=Adam()),), epochs=1))

torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))])  # what the first optimizer loads is not what is limited here
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 500_000_000, used + 500_000_000))
last = None
for event in Trainer(project, Path(sys.argv[1]), probes=(), threads=1).run():
    last = event
failed = isinstance(last, RunFailed)
print(json.dumps({"failed": failed, "kind": str(last.kind) if failed else "", "message": str(last.message) if failed
                  else "", "remedy": str(last.remedy) if failed else "", "alive": torch.ones(2).sum().item() == 2}))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit on address space is Linux's")
def test_a_training_that_may_not_have_enough_memory_fails_in_words_and_the_process_lives_on(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "run")], cwd=ROOT, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["failed"] and told["alive"]
    assert told["kind"] == "out of memory"
    assert told["remedy"]
