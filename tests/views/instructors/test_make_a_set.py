"""The forms ask for what the page's functions read, and ready sets are what those make."""

import io
import zipfile
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup
from tools import downloads

from crisis_paths.exercises.ready import READY, SEED, place
from crisis_paths.views.instructors.answered import ASKED, HERE, made
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
    form = soup(set_form()).template
    assert form["data-call"] == "crisis_paths.views.instructors.answered:made"
    fields = sent(form) | {"seed": "spring"}
    for asked in ("preview", "gift"):
        assert made(fields, asked) == made({"seed": "spring"}, asked)


def test_there_is_a_button_a_system_and_the_address_never_keeps_own_sentences():
    form = soup(set_form()).template
    buttons = [button["value"] for button in form.select("button[name=asked]")]
    assert buttons == ["preview", "link", *HERE]
    kept = set(form["data-kept"].split())
    assert kept == {field["name"] for field in form.select("input, select")} - {"phrases", ASKED}
    assert soup(grading_form()).template["data-kept"] == ""


@pytest.mark.parametrize("page", [set_form(), grading_form()], ids=["set", "grading"])
def test_every_field_has_a_label_and_the_form_a_button_that_opens_it(page):
    found = soup(page)
    assert found.template["data-offer"] == page.text
    assert all(field.find_parent("label") for field in found.select("input, select"))


def test_a_link_brings_the_settings_and_no_sentences():
    fields = {"seed": "a & b", "count": "4", "level": "easy", "kind-code": "on"}
    own = [{"name": "", "size": 0, "content": b""}]
    link = made({**fields, "phrases": own}, "link").link
    assert link == "seed=a+%26+b&count=4&level=easy&kind-code=on"
    opened = made(dict(parse_qsl(link)), "open")
    assert opened.fields == fields | {f"kind-{k}": "" for k in ("predict", "flip", "critique")}
    assert opened.html == made(fields, "preview").html and not opened.files


def test_ready_sets_are_what_the_page_makes_and_each_has_a_link():
    links = [link["href"] for link in soup(ready_sets()).select("a")]
    assert links == [f"../../{place(kind, level)}" for kind, level in READY]
    for kind, level in READY:
        fields = {"seed": SEED, "count": "20", "level": level, f"kind-{kind}": "on"}
        files = {one.name: one.content for one in made(fields, "all").files}
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
