"""The hooks that look at a commit: they pass what is stored, and each sees its kind of fault."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copies import ROOT, committed, copied, environment, git

HOOKS = [
    hook
    for repo in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    for hook in repo["hooks"]
]
NAMES = {hook["id"] for hook in HOOKS}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return committed(copied(tmp_path / "project"))


def looked_at(project: Path) -> tuple[dict[str, str], str]:
    """What pre-commit says of the whole project: Passed or Failed for each hook, and all of it."""
    done = subprocess.run(
        (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"),
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
        timeout=100,
    )
    found = {}
    for hook in HOOKS:
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(hook["name"])]
        found[hook["id"]] = line.rpartition(".")[2]
    assert (done.returncode == 0) == (set(found.values()) == {"Passed"})
    return found, done.stdout


def test_hooks_are_local_and_run_in_the_projects_environment():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert len(NAMES) == len(HOOKS) == 5
    for hook in HOOKS:
        assert hook["language"] == "system"
        assert hook["entry"].startswith("sh tools/in_env -m ")


@pytest.mark.timeout(120)
def test_what_is_stored_passes_every_hook_and_is_left_as_it_is(project):
    verdicts, said = looked_at(project)
    assert verdicts == dict.fromkeys(NAMES, "Passed"), said
    assert git(project, "status", "--porcelain") == ""


@pytest.mark.timeout(120)
def test_each_hook_sees_what_it_is_there_for(project):
    (project / "tools" / "careless.py").write_text("import os\nx = [1,2]\n", "utf-8")
    _spoil(project / "chapters" / "cases" / "belarus.ipynb", execution_count=41)
    _spoil(project / "chapters" / "cases" / "ukraine.ipynb", outputs=[])
    table = project / "data" / "cases.csv"
    table.write_text(table.read_text("utf-8").replace(",weak,", ",shaky,"), "utf-8")
    git(project, "add", "--all")
    verdicts, said = looked_at(project)
    assert verdicts == dict.fromkeys(NAMES, "Failed"), said
    for fault in (
        "F401",
        "chapters/cases/belarus.ipynb has been normalised.",
        "chapters/cases/ukraine.ipynb has no stored outputs; run: python -m tools.notebooks",
        "cases.csv, line 6, control: 'shaky' is not allowed; allowed: strong, weak.",
    ):
        assert fault in said


def _spoil(path: Path, **instead: object) -> None:
    """Give every code cell of a notebook something else."""
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(instead)
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")
