"""What closed folds hold, put in place when they are opened: a press costs by what is in a page.

After each press on an explorer a browser looks at all elements of the page once more. Many of them
stand in folds that few readers open: every setting in words, a second explorer, the steps behind a
picture. Where scripts run, what such a fold holds is but the text of a ``<noscript>`` until it is
opened; where none runs, it is there from the start.
"""

from functools import cache

from bs4 import BeautifulSoup, Tag

from livepage.files import LATER
from livepage.files.lean import lean, own
from livepage.markup import fragment, select, select_one

CLASS = "livepage-later"
MANY = 30  # elements: fewer are not worth a detour
FORM = "article details:not([open]) form.explorer"
OUTPUT = "article details.folded-section .cell_output > .output"
FOLD = "article :is(details.explorer-alternative, form.explorer details):not([open])"
# what other scripts look for when a page begins, and what cannot stand in a <noscript>
NEEDED = frozenset({"script", "noscript", "pre", "livepage-chart"})


def put_off(soup: BeautifulSoup) -> BeautifulSoup:
    """Keep what is seen only where a fold is open until it is wanted.

    That is what folds of explorers hold, explorers in closed folds, and what code has put out in
    sections that are folded.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> fold = '<details class="explorer-alternative"><summary>Open</summary>{}</details>'
    >>> body = f'<article><form class="explorer"></form>{fold.format("<p>One</p>" * 50)}</article>'
    >>> page = put_off(parse(f"<body>{body}</body>"))
    >>> [tag.name for tag in page.details.find_all(True, recursive=False)]
    ['summary', 'noscript']
    >>> len(page.noscript.find_all("p")), page.body.contents[-1].name
    (50, 'script')
    """
    if select_one(soup, "form.explorer") is None:
        return soup
    units = [output.contents[:] for output in select(soup, OUTPUT)]
    units += [_with_words(form) for form in select(soup, FORM)]
    units += [_inside(fold) for fold in select(soup, FOLD)]
    kept = [_keep(soup, unit) for unit in units]
    if any(kept) and soup.body:
        soup.body.append(fragment(f"<script>{_script()}</script>"))
    return soup


def _with_words(form: Tag) -> list:
    """Return a form, and the text alternative right behind it: rules of style look from one on."""
    behind = form.find_next_sibling()
    if behind is None or "explorer-alternative" not in behind.get("class", []):
        return [form]
    between = []
    for part in form.next_siblings:
        between.append(part)
        if part is behind:
            break
    return [form, *between]


def _inside(fold: Tag) -> list:
    """Return what a fold holds below what is pressed."""
    return [part for part in fold.contents if getattr(part, "name", None) != "summary"]


def _keep(soup: BeautifulSoup, unit: list) -> bool:
    """Put this into a ``<noscript>`` if it is worth it and nothing around it is put off already."""
    tags = [part for part in unit if isinstance(part, Tag)]
    if not tags or tags[0].find_parent("noscript"):
        return False
    held = [part for tag in tags for part in (tag, *tag.find_all(True))]
    if len(held) < MANY or any(NEEDED & {part.name, *part.get("class", [])} for part in held):
        return False
    kept = soup.new_tag("noscript", attrs={"class": [CLASS]})
    unit[0].insert_before(kept)
    kept.extend([part.extract() for part in unit])
    return True


@cache
def _script() -> str:
    """Return the script that puts things in place, which stands in the page and so always comes."""
    return lean(own(LATER))
