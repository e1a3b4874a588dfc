"""The workflows: pinned by commit, with the least permissions, and with commands that exist."""

import re
from pathlib import Path

import pytest
import yaml

from livepage.config.address import VARIABLE

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in FOLDER.glob("*.yml")}
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"]]
# The first major that runs on Node 24: GitHub's runners no longer know an older one.
NODE_24 = {
    "checkout": 5,
    "setup-python": 6,
    "upload-artifact": 6,
    "upload-pages-artifact": 5,  # of shell commands, and of upload-artifact 7
    "deploy-pages": 5,
}
USES = re.compile(r"uses: actions/([a-z-]+)@([0-9a-f]{40}) # v(\d+)\.(\d+)\.(\d+)$", re.M)
MORE = {("book.yml", "publish"): {"pages": "write", "id-token": "write"}}


def test_both_are_there():
    assert set(WORKFLOWS) == {"book.yml", "weekly.yml"}


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_may_read_and_no_more_than_it_must(name, job):
    workflow = WORKFLOWS[name]
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"][job].get("permissions", {}) == MORE.get((name, job), {})


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_ends_and_its_actions_are_pinned_by_commit(name, job):
    found = WORKFLOWS[name]["jobs"][job]
    assert 1 <= found["timeout-minutes"] <= 60
    for step in found["steps"]:
        if uses := step.get("uses"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", uses)
            if "checkout" in uses:
                assert step["with"]["persist-credentials"] is False
        # what a stranger may write (a title, a branch) never reaches a shell
        assert "${{" not in step.get("run", "")


def test_every_action_runs_on_a_node_that_is_still_there():
    """Each pin names its version; an action has one pin in all workflows, and no version two."""
    texts = [(FOLDER / name).read_text("utf-8") for name in WORKFLOWS]
    found = [pin for text in texts for pin in USES.findall(text)]
    assert len(found) == sum(text.count("uses:") for text in texts)
    for action, _commit, major, *_rest in found:
        assert int(major) >= NODE_24[action], action
    assert len(set(found)) == len(NODE_24) == len({commit for _action, commit, *_version in found})


def test_what_is_run_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for name in WORKFLOWS:
        text = (FOLDER / name).read_text("utf-8")
        assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= targets
        assert "secrets." not in text and "pull_request_target" not in text


def runs(job: str) -> list[str]:
    """What a job of the book's workflow runs."""
    return [step["run"] for step in WORKFLOWS["book.yml"]["jobs"][job]["steps"] if "run" in step]


def test_every_push_and_pull_request_is_tested_and_only_main_is_published():
    book = WORKFLOWS["book.yml"]
    assert {"push", "pull_request"} <= set(book[True])  # YAML reads a bare `on` as true
    publish = book["jobs"]["publish"]
    assert "refs/heads/main" in publish["if"]
    # all at once, and nothing is published that one of them has refused
    others = set(book["jobs"]) - {"publish"}
    assert set(publish["needs"]) == others
    assert not any("needs" in book["jobs"][job] or "if" in book["jobs"][job] for job in others)


def test_the_jobs_together_run_what_make_test_runs():
    made = dict(re.findall(r"^([a-z-]+):([^#\n]*)", (ROOT / "Makefile").read_text("utf-8"), re.M))
    parts = set(made["test"].split())
    run = {
        command.removeprefix("make ")
        for job in JOBS
        if job[0] == "book.yml"
        for command in runs(job[1])
    }
    for target in set(run):
        run |= {part for part in made[target].split() if part in made}
    assert {"lint", "unit", "notebooks-test"} <= parts <= run


def test_what_is_published_knows_its_repository_and_has_its_pdf():
    job = WORKFLOWS["book.yml"]["jobs"]["build"]
    assert job["env"][VARIABLE] == "${{ github.server_url }}/${{ github.repository }}"
    assert runs("build") == ["make book", "make pdf"]


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")))
def test_a_form_for_readers_asks_for_a_place(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form["name"] and form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids)
    assert any(field.get("validations", {}).get("required") for field in form["body"])
