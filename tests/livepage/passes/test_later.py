"""What closed folds hold is kept until it is wanted; and what is not put off."""

import pytest

from livepage.files import LATER
from livepage.files.lean import lean, own
from livepage.markup import parse, write
from livepage.pages import rewrite
from livepage.passes.csp import script_hash
from livepage.passes.later import CLASS, MANY, put_off
from livepage.volume.paper import drop_controls, put_in_place

KEPT = f"noscript.{CLASS}"
LONG = "<p>One</p>" * MANY
FORM = '<form class="explorer">{}</form>'
WORDS = f'<details class="explorer-alternative"><summary>Words</summary>{LONG}</details>'


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head></head><body><article>{body}</article></body></html>"


def kept(body: str) -> list[str]:
    """What is kept, each with the names of what stands at its top."""
    found = put_off(parse(page(body))).select(KEPT)
    return [" ".join(dict.fromkeys(t.name for t in one.find_all(recursive=False))) for one in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (FORM.format("") + WORDS, ["p"]),
        (FORM.format("") + WORDS.replace(LONG, "<p>One</p>" * (MANY - 1)), []),
        (FORM.format("") + WORDS.replace("<details", "<details open"), []),
        (WORDS, []),  # a page without an explorer
        (FORM.format(f"<details><summary>Steps</summary>{LONG}</details>"), ["p"]),
        (FORM.format(LONG), []),
        (f"<details><summary>More</summary>{FORM.format(LONG)}</details>", ["form"]),
        (f"<details open><summary>More</summary>{FORM.format(LONG)}</details>", []),
        # the words of a form that is kept come with it: none stands within another
        (f"<details><summary>More</summary>{FORM.format(LONG)}{WORDS}</details>", ["form details"]),
        (FORM.format("") + f"<details><summary>More</summary>{LONG}</details>", []),
    ],
)
def test_what_is_kept(body, found):
    assert kept(body) == found


@pytest.mark.parametrize("needed", ["<pre>1</pre>", "<script>1</script>", "<noscript></noscript>"])
def test_what_other_scripts_look_for_stays(needed):
    assert kept(FORM.format("") + WORDS.replace(LONG, LONG + needed)) == []


@pytest.mark.parametrize(("fold", "number"), [("folded-section", 1), ("other", 0)])
def test_a_table_in_a_folded_section_is_kept(fold, number):
    table = "<table>" + "<tr><td>1</td></tr>" * MANY + "</table>"
    output = f'<div class="cell_output"><div class="output">{table}</div></div>'
    body = f'<details class="{fold}"><summary>More</summary>{output}</details>'
    assert kept(FORM.format("") + body) == ["table"] * number


def test_what_is_kept_is_as_it_was_once_it_is_put_in_place():
    body = page(FORM.format("") + WORDS.replace(LONG, f'{LONG} &lt;a&gt; <b id="x">&amp;</b> tail'))
    soup = put_off(parse(body))
    assert soup.select_one(KEPT) and soup.script.string == lean(own(LATER))
    assert write(put_in_place(soup.article)) == write(parse(body).article)


def test_paper_keeps_it_and_drops_what_only_browsers_without_scripts_read():
    soup = put_off(parse(page(FORM.format("") + WORDS + "<noscript>No</noscript>")))
    article = drop_controls(put_in_place(soup.article))
    assert not article.select("noscript") and len(article.select("details > p")) == MANY


def test_the_policy_allows_the_script_and_it_ends_no_element():
    script = lean(own(LATER))
    found = rewrite(page(FORM.format("") + WORDS))
    assert script_hash(script) in found.replace("&#x27;", "'") and script in found
    assert "</" not in script and "<!--" not in script
