"""What becomes of a page's article on paper, where nothing can be set, opened or run."""

from bs4 import Tag

from livepage.markup import fragment, select, select_one
from livepage.passes.later import CLASS
from livepage.volume.questions import answered, asked, is_question

ON_SCREEN_ONLY = (
    "script, noscript, button, .headerlink, .toctree-wrapper, .explorer-reset, .livepage-unfit,"
    " .livepage-heard, .livepage-about"
)
UNBROKEN = 12  # letters: a date, a number or a short word in a cell stays in one line


def put_in_place(article: Tag) -> Tag:
    """Put what a page keeps until it is wanted where it belongs; see `passes.later`.

    Examples
    --------
    >>> put_in_place(fragment(f'<div><noscript class="{CLASS}"><p>A</p></noscript></div>'))
    <div><p>A</p></div>
    """
    for kept in select(article, f"noscript.{CLASS}"):
        kept.unwrap()
    return article


def drop_controls(article: Tag) -> Tag:
    """Take out what only a screen has a use for.

    Examples
    --------
    >>> drop_controls(fragment('<h1>A<a class="headerlink" href="#a">#</a></h1>'))
    <h1>A</h1>
    """
    for tag in select(article, ON_SCREEN_ONLY):
        tag.decompose()
    return article


def keep_spoken_code(article: Tag) -> Tag:
    """Leave out folded code that made a picture or a table; keep it where its answer is a line.

    A table is understood without the code behind it, ``[True, False]`` is not.

    Examples
    --------
    >>> cell = ('<article><div class="cell"><details class="hide"><summary>Show</summary>'
    ...         '<div class="cell_input">1 + 1</div></details>{}</div></article>')
    >>> answer = '<div class="cell_output"><div class="output text_plain">2</div></div>'
    >>> keep_spoken_code(fragment(cell.format(answer))).get_text("|")
    '1 + 1|2'
    >>> keep_spoken_code(fragment(cell.format("")))
    <article></article>
    """
    for cell in select(article, "div.cell"):
        said = select_one(cell, ".cell_output > .output.text_plain")
        if said:
            cell["class"] = [*cell["class"], "spoken"]
        for fold in select(cell, "details.hide:has(.cell_input)"):
            if said:
                fold.replace_with(select_one(fold, ".cell_input"))
            else:
                fold.decompose()
        if not cell.find(True):
            cell.decompose()
    return article


def print_explorers(article: Tag, question: str, answers: str) -> Tag:
    """Put each explorer's alternative in its place, and the answers to questions at the end.

    One without an alternative is left out if another of the same output has one, and else stays.
    What of a form is to be read on paper too (``data-printed``) stands before the alternative.

    Parameters
    ----------
    article : Tag
        The article, which is changed.
    question, answers : str
        What a question is called, with ``{number}``, and the heading above the answers.

    Examples
    --------
    >>> form = '<form class="explorer"></form><details class="explorer-alternative">{}</details>'
    >>> page = fragment(f"<article>{form.format('<summary>All</summary><p>Each</p>')}</article>")
    >>> print_explorers(page, "Question {number}", "Answers").div
    <div class="explorer-alternative"><p class="alternative-name">All</p><p>Each</p></div>
    """
    found = []
    for form in select(article, "form.explorer"):
        if (alternative := _alternative(form)) is None:
            output = form.find_parent(class_="output")
            if output and select_one(output, ".explorer-alternative"):
                form.decompose()
        elif is_question(form):
            number = len(found) + 1
            name = question.format(number=number)
            found.append(answered(alternative.extract(), name, number))
            form.replace_with(asked(form, name, number))
        else:
            told = [part.extract() for part in select(form, "[data-printed]")]
            form.replace_with(*told, alternative.extract())
    for alternative in select(article, "details.explorer-alternative"):
        _unfold(alternative)
    if found:
        last = fragment(f'<section class="volume-answers"><h2>{answers}</h2><div></div></section>')
        last.div.extend(found)
        (article.find("section") or article).append(last)
    return article


def open_folds(article: Tag) -> Tag:
    """Open whatever is still folded.

    Examples
    --------
    >>> open_folds(fragment("<div><details><summary>A</summary>B</details></div>"))
    <div><details open=""><summary>A</summary>B</details></div>
    """
    for fold in select(article, "details"):
        fold["open"] = ""
    return article


def keep_short_cells(article: Tag) -> Tag:
    """Mark cells that are not to be broken, such as dates, which a browser breaks at a hyphen.

    Examples
    --------
    >>> keep_short_cells(fragment("<table><tr><td>2003-11</td><td>a b</td></tr></table>"))
    <table><tr><td class="unbroken">2003-11</td><td>a b</td></tr></table>
    """
    for cell in article.find_all(["td", "th"]):
        words = cell.get_text().strip()
        if words.isascii() and len(words) <= UNBROKEN and len(words.split()) == 1:
            cell["class"] = [*cell.get("class", []), "unbroken"]
    return article


def demote(article: Tag, levels: int) -> Tag:
    """Move headings down, under that of a part; a class keeps what they were.

    Examples
    --------
    >>> demote(fragment("<div><h1>A</h1></div>"), 1)
    <div><h2 class="heading-1">A</h2></div>
    """
    for heading in article.find_all(["h1", "h2", "h3", "h4", "h5"]):
        level = int(heading.name[1])
        heading["class"] = [*heading.get("class", []), f"heading-{level}"]
        heading.name = f"h{level + levels}"
    return article


def _alternative(form: Tag) -> Tag | None:
    """Return the explorer in words, from within the form or right behind it."""
    if inner := select_one(form, ".explorer-alternative"):
        return inner
    behind = form.find_next_sibling()
    return behind if behind and "explorer-alternative" in behind.get("class", []) else None


def _unfold(alternative: Tag) -> None:
    alternative.name = "div"
    if head := alternative.find("summary", recursive=False):
        head.name = "p"
        head["class"] = ["alternative-name"]
