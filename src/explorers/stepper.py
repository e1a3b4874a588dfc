"""A stepper: questions one at a time, with a number for each and a count of those answered.

The numbers are one choice of native radio buttons, walked by arrow keys; each question is a
choice that is asked in its step alone. What has been answered is counted by the style sheet.

Examples
--------
>>> steps("The case", 3).values
('case-1', 'case-2', 'case-3')
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from explorers.choices import Choice, Look, Option
from explorers.i18n import _
from explorers.outputs import joined
from explorers.parts import bet_marks, tally
from explorers.rules import chosen

STEP = "case"  # the name of the choice, and how its values begin


def steps(question: str, count: int) -> Choice:
    """Return the choice of a step; it begins with the first.

    Parameters
    ----------
    question : str
        What is chosen.
    count : int
        How many steps there are.
    """
    options = tuple(Option(f"{STEP}-{n}", str(n)) for n in range(1, count + 1))
    return Choice(STEP, question, options, options[0].value, Look.CHIPS)


def stepper(
    name: str, walk: Choice, answers: tuple[Choice, ...], right: Mapping[str, str]
) -> Markup:
    """Return the layout: the steps, what is read, the question, and the answer in sight.

    Regions of the names ``case``, ``verdict`` and ``reasons`` stand in it.

    Parameters
    ----------
    name : str
        The explorer's.
    walk : Choice
        As `steps` returns it.
    answers : tuple of Choice
        A question a step.
    right : mapping of str to str
        For each question the answer that is right.
    """
    onward = Markup(
        '<label class="step-next" for="{name}-{step}-{value}" data-{step}="{before}"'
        ' aria-hidden="true">{words}</label>'
    )
    nexts = (
        onward.format(name=name, step=STEP, value=value, before=before, words=_("Next →"))
        for before, value in zip(walk.values, walk.values[1:], strict=False)
    )
    counted = Markup.escape(_("{placed} of {count} answered, {right} right")).format(
        placed=tally("placed", "stepper"),
        count=len(answers),
        right=tally("right", "stepper"),
    )
    return Markup(
        '<div class="stepper"><div class="step-bar">{{choice-{step}}}'
        '<p class="score">{marks}{counted}</p></div>{{region-case}}'
        '{questions}<div class="step-answer">{{region-verdict}}{nexts}</div>'
        "{{region-reasons}}{{reset}}</div>"
    ).format(
        step=STEP,
        marks=bet_marks(answers, right),
        counted=counted,
        questions=joined(Markup(f"{{choice-{one.name}}}") for one in answers),
        nexts=joined(nexts, ""),
    )


def step_marks(name: str, answers: tuple[Choice, ...], right: Mapping[str, str]) -> str:
    """Return the rules that mark the number of each step that is answered.

    Parameters
    ----------
    name : str
        The explorer's.
    answers : tuple of Choice
        A question a step.
    right : mapping of str to str
        For each question the answer that is right.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> step_marks("quiz", (choice("q", "?", ("a", "A"), ("b", "B")),), {"q": "b"}).count("content")
    2
    """

    def rules() -> Iterator[str]:
        mark = (
            "[data-explorer={name}]{chosen}"
            ' #{name}-{step}-{step}-{n}~span::after{{content:"{sign}"}}'
        )
        for n, one in enumerate(answers, 1):
            for value in one.values:
                held, sign = chosen(name, one.name, value), "✓" if value == right[one.name] else "×"
                yield mark.format(name=name, chosen=held, step=STEP, n=n, sign=sign)

    return "\n".join(rules())
