"""A check-yourself question on the page: choose an answer, read why it is right or not."""

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.questions import question
from crisis_paths.views.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.parts import prompt


def check(name: str) -> Explorer:
    """The question of this name, as an explorer with a single choice.

    Parameters
    ----------
    name : str
        The question's name; see :data:`crisis_paths.questions.QUESTIONS`.

    Returns
    -------
    Explorer
        To be displayed by the cell that calls this.

    Examples
    --------
    >>> check("who-moves").choices[0].values
    ('a', 'b', 'c')
    """
    asked = question(name)
    letters = "abcdefgh"[: len(asked.answers)]
    answered = dict(zip(letters, asked.answers, strict=True))
    right, wrong = _("Right."), _("Not quite.")
    leaf = Markup('<p class="feedback {kind}"><strong>{word}</strong> {why}</p>')
    return Explorer(
        name=f"check-{name}",
        title=_("Check yourself: {question}").format(question=asked.ask),
        choices=(
            Choice("answer", asked.ask, tuple(Option(n, a.label) for n, a in answered.items())),
        ),
        regions=(
            Region(
                "feedback",
                (
                    Leaf(
                        {"answer": (UNSET,)},
                        prompt(_("Choose an answer.")),
                    ),
                    *(
                        Leaf(
                            {"answer": (letter,)},
                            leaf.format(
                                kind="right" if answer.right else "wrong",
                                word=right if answer.right else wrong,
                                why=answer.feedback,
                            ),
                        )
                        for letter, answer in answered.items()
                    ),
                ),
                live=True,
            ),
        ),
        text="\n".join(
            [asked.ask]
            + [
                f"{letter}) {answer.label}: {right if answer.right else wrong} {answer.feedback}"
                for letter, answer in answered.items()
            ]
        ),
    )
