"""Chapter numbers, made in one place and written wherever a page names a chapter.

    python -m tools.numbers

Chapters that teach an article have its sections' numbers (the table ``concordance``); those of the
part that tests the theory are counted in the order of the contents, after them. The heading of each
notebook and the text of each link to it (“chapter 3”, “3”, “3 · The framework”) follow.
"""

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath

import yaml

from crisis_paths.framework.concordance import by_chapter

ROOT = Path(__file__).parents[1]
COUNTED = "scrutiny"
NUMBER = r"\d(?:\.\d+)?"
HEADING = re.compile(rf'^(\s*")# {NUMBER} · ', re.M)
LINK = re.compile(
    rf"\[((?:[Cc]hapter )?)({NUMBER})( · [^\]]+)?\]\(([\w./-]+)\.(?:ipynb|md)(?:#[\w-]+)?\)"
)


def files() -> list[str]:
    """Return the pages of the contents, in order, as paths under the root without an ending."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    return [page["file"] for part in contents["parts"] for page in part["chapters"]]


def numbers() -> Mapping[str, str]:
    """Return the number of each chapter that has one, by its path under the root.

    Examples
    --------
    >>> found = numbers()
    >>> found["chapters/argument/framework"], found["chapters/scrutiny/ledger"]
    ('3', '7.4')
    """
    taught = {f"chapters/{chapter.file}": chapter.number for chapter in by_chapter()}
    part = 1 + max(int(number.partition(".")[0]) for number in taught.values())
    counted = [file for file in files() if file.startswith(f"chapters/{COUNTED}/")]
    return taught | {file: f"{part}.{place}" for place, file in enumerate(counted, 1)}


def heading(page: str) -> str:
    """Return what a chapter's page is headed, with its number.

    Examples
    --------
    >>> heading("chapters/argument/framework")
    '3 · The framework'
    """
    notebook = json.loads((ROOT / f"{page}.ipynb").read_text("utf-8"))
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    title = first["source"][0].strip().removeprefix("# ")
    return f"{numbers()[page]} · {title.partition(' · ')[2]}"


def numbered(text: str, page: str, known: Mapping[str, str]) -> str:
    """Return the source of a page with the numbers that its chapters have.

    Parameters
    ----------
    text : str
        A notebook or a Markdown page.
    page : str
        Its path under the root, without an ending.
    known : mapping of str to str
        From `numbers`.

    Examples
    --------
    >>> numbered("see [chapter 9](../b/two.ipynb)", "chapters/a/one", {"chapters/b/two": "7.2"})
    'see [chapter 7.2](../b/two.ipynb)'
    """
    if page in known:
        text = HEADING.sub(rf"\g<1># {known[page]} · ", text, count=1)

    def linked(found: re.Match, page: str) -> str:
        before, _number, named, link = found.groups()
        target = normpath(join(dirname(page), link))
        if target not in known:
            return found[0]
        words = heading(target) if named else f"{before}{known[target]}"
        return f"[{words}{found[0][found[0].index(']') :]}"

    return LINK.sub(partial(linked, page=page), text)


def pages() -> list[Path]:
    """Return every notebook and Markdown page of the book, and the solutions."""
    return [
        ROOT / "index.ipynb",
        *sorted((ROOT / "chapters").rglob("*.ipynb")),
        *sorted((ROOT / "chapters").rglob("*.md")),
        *sorted((ROOT / "solutions").glob("*.ipynb")),
    ]


def main() -> None:
    """Write the numbers where they have changed."""
    known = numbers()
    for path in pages():
        text = path.read_text("utf-8")
        page = path.relative_to(ROOT).with_suffix("").as_posix()
        if (new := numbered(text, page, known)) != text:
            path.write_text(new, "utf-8")
            print(page)


if __name__ == "__main__":
    main()
