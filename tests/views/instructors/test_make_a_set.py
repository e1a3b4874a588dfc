"""The forms ask for what the page's functions read, and ready sets are what those make."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from tools import downloads

from crisis_paths.exercises.page import HERE, made
from crisis_paths.exercises.ready import READY, SEED, place
from crisis_paths.views.instructors.make_a_set import grading_form, ready_sets, set_form


def soup(page) -> BeautifulSoup:
    return BeautifulSoup(page.html, "html.parser")


def sent(form: BeautifulSoup) -> dict[str, str]:
    """What a browser would send of a form that nobody has touched."""
    fields = {
        field["name"]: field.get("value", "on")
        for field in form.select("input:not([type=file])")
        if field.get("type") != "checkbox" or field.has_attr("checked")
    }
    return fields | {
        field["name"]: field.select_one("option[selected]")["value"]
        for field in form.select("select")
        if field.select_one("option[selected]")
    }


def test_the_form_as_it_stands_makes_the_command_s_set():
    form = soup(set_form()).form
    assert form["data-call"] == "crisis_paths.exercises.page:made"
    fields = sent(form) | {"seed": "spring"}
    for asked in ("preview", "gift"):
        assert made(fields, asked) == made({"seed": "spring"}, asked)


def test_there_is_a_button_a_system_and_the_address_never_keeps_own_sentences():
    form = soup(set_form()).form
    buttons = [button["value"] for button in form.select("button[name=asked]")]
    assert buttons == ["preview", *HERE]
    kept = set(form["data-kept"].split())
    assert kept == {field["name"] for field in form.select("input, select")} - {"phrases"}
    assert not soup(grading_form()).form.has_attr("data-kept")


@pytest.mark.parametrize("page", [set_form(), grading_form()], ids=["set", "grading"])
def test_every_field_has_a_label_and_without_python_something_is_said(page):
    found = soup(page)
    assert found.form.has_attr("hidden") and found.select_one(".python-without").get_text()
    assert all(field.find_parent("label") for field in found.select("input, select"))


def test_ready_sets_are_what_the_page_makes_and_each_has_a_link():
    links = [link["href"] for link in soup(ready_sets()).select("a")]
    assert links == [f"../../{place(kind, level)}" for kind, level in READY]
    for kind, level in READY:
        fields = {"seed": SEED, "count": "20", "level": level, f"kind-{kind}": "on"}
        files = {one["name"]: one["content"] for one in made(fields, "all")["files"]}
        ready = dict(downloads.ready_set(kind, level))
        assert (
            f"--seed {SEED} --count 20 --kinds {kind} --level {level}"
            in ready.pop("READ ME.txt").decode()
        )
        assert files == ready


def test_ready_sets_are_written_beside_the_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(downloads, "ready_set", lambda *_of: {"a.txt": b"one"})
    downloads.write_ready(tmp_path)
    for kind, level in READY:
        archive = (tmp_path / place(kind, level)).read_bytes()
        assert zipfile.ZipFile(io.BytesIO(archive)).namelist() == [
            f"crisis-paths-{kind}-{level}/a.txt"
        ]
