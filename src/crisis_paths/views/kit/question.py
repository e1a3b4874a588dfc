"""A check-yourself question on the page: choose an answer, read why it is right or not."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.questions import Answer, Question, question
from explorers.choices import UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region, longest
from explorers.parts import folded, settled

NAMES = "abcdefgh"  # what answers are called in code, in their order
ONE_LINE = 50  # characters that all answers together may have to stand on one line


def check(name: str) -> Explorer:
    """Return the question of this name, as an explorer with a single choice.

    Parameters
    ----------
    name : str
        The question's name; see :data:`crisis_paths.questions.QUESTIONS`.

    Returns
    -------
    Explorer
        To be displayed by the cell that calls this.

    Raises
    ------
    CrisisPathsError
        If there is none; the message lists those there are.

    Examples
    --------
    >>> check("who-moves").choices[0].values
    ('a', 'b', 'c')
    """
    item = question(name)
    nothing_yet = Markup('<span class="prompt">{}</span>').format(_("Choose one."))
    replies = [
        Panel({"answer": (n,)}, reply(answer, answer.feedback))
        for n, answer in named(item.answers).items()
    ]
    feedback = (Panel({"answer": (UNSET,)}, nothing_yet), *replies)
    return Explorer(
        name=f"check-{name}",
        title=_("Check yourself: {question}").format(question=item.ask),
        choices=(asked("answer", item),),
        regions=(Region("feedback", feedback, live=True, words=True, room=longest(replies)),),
        alternative=folded(_("Answers and reasons"), in_words(item)),
        text=as_text(item),
    )


def named(answers: tuple[Answer, ...]) -> Mapping[str, Answer]:
    """Return answers by the letters that they have in code.

    Parameters
    ----------
    answers : tuple of Answer
        At most eight.
    """
    return dict(zip(NAMES, answers, strict=False))


def asked(name: str, item: Question, when: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Choice:
    """Return a question as a choice: boxes on one line where its answers are short.

    Parameters
    ----------
    name : str
        What the choice is called in code.
    item : Question
        What is asked, with its answers.
    when : tuple of (str, tuple of str)
        In which settings it is asked; always by default.

    Examples
    --------
    >>> asked("answer", question("one-in-five")).look, asked("a", question("who-moves")).look
    (<Look.BET: 'bet'>, <Look.LINES: 'lines'>)
    """
    answers = named(item.answers)
    short = sum(len(answer.label) for answer in item.answers) <= ONE_LINE
    options = tuple(Option(n, answer.label) for n, answer in answers.items())
    look = Look.BET if short else Look.LINES
    return Choice(name, item.ask, options, look=look, when=when)


def judged(answer: Answer) -> str:
    """Say in a word whether an answer is right.

    Parameters
    ----------
    answer : Answer
        One of a question's.

    Examples
    --------
    >>> judged(Answer("Rain", False, "It only looks like it.", nearly=True))
    'Nearly.'
    """
    if answer.right:
        return _("Right.")
    return _("Nearly.") if answer.nearly else _("No.")


def reply(answer: Answer, why: str, *, counted: bool = True) -> Markup:
    """Return the verdict on an answer: one word, then why.

    Parameters
    ----------
    answer : Answer
        Which was chosen.
    why : str
        The reason, or where it stands.
    counted : bool
        Whether a page counts it as a bet; off where marks of their own are counted.
    """
    template = Markup(
        '<span class="feedback {kind}"{settled}><strong>{judged}</strong> {why}</span>'
    )
    kind = "right" if answer.right else "wrong"
    return template.format(
        kind=kind,
        settled=settled(answer.right) if counted else "",
        judged=judged(answer),
        why=why,
    )


def in_words(item: Question) -> Markup:
    """Return question and answers in words, for paper and for those who would rather read.

    Parameters
    ----------
    item : Question
        With its reasons.
    """
    line = Markup("<li>{label}: <strong>{judged}</strong> {why}</li>")
    return Markup("<p>{ask}</p>\n<ul>\n{answers}\n</ul>").format(
        ask=item.ask,
        answers=joined(
            line.format(label=a.label, judged=judged(a), why=a.feedback) for a in item.answers
        ),
    )


def as_text(item: Question) -> str:
    """Return question and answers as plain text.

    Parameters
    ----------
    item : Question
        With its reasons.
    """
    lines = (f"{n}) {a.label}: {judged(a)} {a.feedback}" for n, a in named(item.answers).items())
    return "\n".join([item.ask, *lines])
