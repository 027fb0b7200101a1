"""``workbench predict``: files of one's own, asked on the command line."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.workbench.engine.small import flowers, train
from workbench.cli import main


def test_each_row_of_a_table_gets_its_answer_and_a_bad_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    train(flowers(epochs=4), tmp_path / "run")
    np.savetxt(tmp_path / "two.csv", [[5.1, 3.5, 1.4, 0.2], [6.3, 3.3, 6.0, 2.5]], delimiter=",")
    (tmp_path / "bad.csv").write_text("four words, no numbers")
    files = [str(tmp_path / "two.csv"), str(tmp_path / "bad.csv")]
    assert main(["predict", str(tmp_path / "run"), *files, "--json"]) == 1
    told = capsys.readouterr()
    first, second = (json.loads(line) for line in told.out.splitlines()[:2])
    assert first["file"] == "two.csv:1" and first["class"] == "setosa" and second["class"] == "virginica"
    assert sum(first["probabilities"].values()) == pytest.approx(1.0, abs=1e-4)
    assert "bad.csv cannot be read as numbers" in told.out + told.err
    assert main(["predict", str(tmp_path / "no run"), files[0]]) == 1
