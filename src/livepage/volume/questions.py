"""Questions on paper: the options where the question is asked, the answers somewhere else."""

from bs4 import Tag

from livepage.markup import fragment, select, select_one

SHORT = 1200  # letters: an answer that is shorter stays on one page


def is_question(form: Tag) -> bool:
    """Say whether an explorer is a question: it has one choice, and a line of words answers it.

    Examples
    --------
    >>> choice = '<fieldset class="explorer-choice"></fieldset>'
    >>> answer = '<div class="explorer-region explorer-answer" role="status"></div>'
    >>> is_question(fragment(f"<form>{choice}{answer}</form>"))
    True
    >>> is_question(fragment(f"<form>{choice}</form>"))
    False
    """
    choices = select(form, "fieldset.explorer-choice")
    return len(choices) == 1 and select_one(form, ".explorer-answer") is not None


def asked(form: Tag, name: str, number: int) -> Tag:
    """Return a question with its options, lettered as its answers are; its name leads to them.

    Examples
    --------
    >>> form = fragment('<form><fieldset class="explorer-choice"><legend>Is it?</legend>'
    ...                 '<label><input><span>Yes</span></label></fieldset></form>')
    >>> asked(form, "Question 1", 1).ol
    <ol type="A"><li><span>Yes</span></li></ol>
    """
    block = fragment(
        f'<div class="volume-question" id="volume-question-{number}">'
        f'<p class="question-name"><a href="#volume-answer-{number}">{name}</a></p></div>'
    )
    words = form.legend.extract()
    words.name = "p"
    options = fragment('<ol type="A"></ol>')
    for label in form.find_all("label"):
        label.input.decompose()
        label.name = "li"
        options.append(label.extract())
    block.extend([words, options])
    return block


def answered(alternative: Tag, name: str, number: int) -> Tag:
    """Return the answers to a question, as they stand at the end; their name leads back.

    Examples
    --------
    >>> fold = "<details><summary>Open</summary><ul><li>Yes: right.</li></ul></details>"
    >>> alternative = fragment(fold)
    >>> answered(alternative, "Question 1", 1).get_text("|"), alternative.ol["type"]
    ('Question 1|Yes: right.', 'A')
    """
    if head := alternative.find("summary", recursive=False):
        head.decompose()
    for options in alternative.find_all("ul", recursive=False):
        options.name = "ol"
        options["type"] = "A"
    alternative.name = "div"
    kinds = ["volume-answer", *(["short"] if len(alternative.get_text()) < SHORT else [])]
    alternative.attrs = {"class": kinds, "id": f"volume-answer-{number}"}
    back = f'<p class="question-name"><a href="#volume-question-{number}">{name}</a></p>'
    alternative.insert(0, fragment(back))
    return alternative
