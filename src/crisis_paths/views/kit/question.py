"""A check-yourself question on the page: choose an answer, read why it is right or not."""

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.questions import Answer, Question, question
from explorers.choices import UNSET, Choice, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded


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
    return put(f"check-{name}", _("Check yourself: {question}").format(question=item.ask), item)


def put(name: str, title: str, asked: Question, *, apart: bool = False) -> Explorer:
    """Return a question with its feedback, as an explorer with a single choice.

    Parameters
    ----------
    name : str
        The explorer's name, unique in its page: lower-case letters, digits and hyphens.
    title : str
        What a screen reader calls the form.
    asked : Question
        With two to eight answers, each with its reason.
    apart : bool
        Whether the reasons stand apart from what is announced: for long ones, which nobody wants to
        hear without having asked.

    Raises
    ------
    ExplorerError
        If the name could not stand in a selector.

    Examples
    --------
    >>> put("one", "One", question("who-moves")).combinations
    3
    """
    answers = dict(zip("abcdefgh", asked.answers, strict=False))
    nothing_yet = Markup('<span class="prompt">{}</span>').format(_("Choose an answer."))
    reply = _verdict if apart else _feedback
    panels = {UNSET: nothing_yet} | {n: reply(answer) for n, answer in answers.items()}
    replies = tuple(Panel({"answer": (n,)}, html) for n, html in panels.items())
    reason = Markup("<p>{}</p>")
    reasons = tuple(Panel({"answer": (n,)}, reason.format(a.feedback)) for n, a in answers.items())
    return Explorer(
        name=name,
        title=title,
        choices=(
            Choice("answer", asked.ask, tuple(Option(n, a.label) for n, a in answers.items())),
        ),
        regions=(
            Region("feedback", replies, live=True, words=True),
            *([Region("reasons", reasons)] if apart else ()),
        ),
        alternative=folded(_("The answers, each with its reason"), _answers(asked)),
        text="\n".join(
            [asked.ask] + [f"{n}) {a.label}: {_judged(a)} {a.feedback}" for n, a in answers.items()]
        ),
    )


def _judged(answer: Answer) -> str:
    return _("Right.") if answer.right else _("Not quite.")


def _reply(answer: Answer, why: str) -> Markup:
    template = Markup('<span class="feedback {kind}"><strong>{judged}</strong> {why}</span>')
    kind = "right" if answer.right else "wrong"
    return template.format(kind=kind, judged=_judged(answer), why=why)


def _feedback(answer: Answer) -> Markup:
    return _reply(answer, answer.feedback)


def _verdict(answer: Answer) -> Markup:
    return _reply(answer, _("The reasons:"))


def _answers(item: Question) -> Markup:
    """Return question and answers in words, for paper and for those who would rather read."""
    line = Markup("<li>{label}: <strong>{judged}</strong> {why}</li>")
    return Markup("<p>{ask}</p>\n<ul>\n{answers}\n</ul>").format(
        ask=item.ask,
        answers=joined(
            line.format(label=a.label, judged=_judged(a), why=a.feedback) for a in item.answers
        ),
    )
