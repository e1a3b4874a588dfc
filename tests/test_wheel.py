"""The package works from a wheel: its tables come along."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ASK = """
from crisis_paths import tables
from crisis_paths.framework import RULES, predict
print(tables.folder()); print(len(RULES)); print(predict("adjusted", "weak").outcome)
"""


@pytest.mark.timeout(120)
def test_a_wheel_carries_the_tables(tmp_path: Path):
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    done = subprocess.run([*pip, "-w", tmp_path, ROOT], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    # -I -S: neither this checkout nor this environment can lend a hand
    script = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n{ASK}"
    asked = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
    )
    assert asked.returncode == 0, asked.stderr
    folder, rules, outcome = asked.stdout.split()
    assert Path(folder).is_relative_to(tmp_path / "site")
    assert int(rules) > 40 and outcome == "unmanageable"
