"""An explorer that asks for a bet: a function from a setting to an answer.

The reader sets the choices and bets; then the verdict appears, and what the setting comes to.
Without the bet nothing of it is seen.

Examples
--------
>>> from explorers.choices import choice
>>> side = choice("side", "Up is", ("heads", "Heads"), ("tails", "Tails"), start="heads")
>>> bet = choice("bet", "Your bet: the other side is", ("heads", "heads"), ("tails", "tails"))
>>> def turned(setting):
...     other = {"heads": "tails", "tails": "heads"}[setting["side"]]
...     return Answer(other, f"It is {other}.", row=(side.label(setting["side"]), other))
>>> coin = bet_explorer(
...     "coin", "A coin", (side,), bet, turned, hint="Bet.", summary="All {count}", heads=("A", "B")
... )
>>> coin.shown({"side": "heads", "bet": "unset"})
[Markup('<p class="prompt">Heads. Bet.</p>')]
>>> coin.shown({"side": "heads", "bet": "heads"})
[Markup('<p class="verdict" data-came-out="missed"><span>Your bet missed. It is tails.</span></p>')]
>>> print(coin.text)
Heads | tails
Tails | heads
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from explorers.choices import UNSET, Choice, Setting, settings
from explorers.explorer import Explorer
from explorers.i18n import _
from explorers.outputs import table
from explorers.panels import Panel, Region, longest_together, panels_for, until_chosen
from explorers.parts import EMPTY, folded, prompt, verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What a setting comes to.

    Attributes
    ----------
    holds : str
        The value of the bet that holds.
    said : str or Markup
        What is said of it, in a sentence or two.
    sign : Markup
        A small picture before that.
    beside : Markup
        Further lines that are announced with it.
    detail : Markup
        What is drawn below, to be looked at and read.
    row : tuple
        The setting's cells in the table of all settings; settings with equal rows share one.
    """

    holds: str
    said: str
    sign: Markup = EMPTY
    beside: Markup = EMPTY
    detail: Markup = EMPTY
    row: tuple[object, ...] = ()


def verdict_text(said: str, holds: bool) -> str:
    """Say whether a bet holds, and what is said of it.

    Parameters
    ----------
    said : str or Markup
        A sentence or two, as text or as HTML.
    holds : bool
        Whether the bet holds.

    Examples
    --------
    >>> verdict_text("It rains.", False)
    'Your bet missed. It rains.'
    """
    hit, miss = _("Your bet holds. {said}"), _("Your bet missed. {said}")
    template = hit if holds else miss
    if hasattr(said, "__html__"):
        template = Markup.escape(template)
    return template.format(said=said)


def bet_explorer(
    name: str,
    title: str,
    choices: tuple[Choice, ...],
    bet: Choice,
    answer: Callable[[Setting], Answer],
    *,
    hint: str,
    summary: str,
    heads: tuple[str, ...] = (),
    alternative: Markup = EMPTY,
    note: Markup = EMPTY,
    text: str = "",
    region: str = "detail",
    style: str = "",
    asks: Callable[[Setting], str] | None = None,
) -> Explorer:
    """Return an explorer of these choices and a bet.

    Parameters
    ----------
    name, title : str
        As an explorer's.
    choices : tuple of Choice
        What can be set.
    bet : Choice
        What the reader bets; not made at first.
    answer : callable
        From a setting of the choices to its `Answer`.
    hint : str
        What stands there until the bet is placed.
    summary : str
        What the folded text alternative is called; ``{count}`` is the number of rows.
    heads : tuple of str
        The heads of the table of all settings, where their rows make the text alternative.
    alternative, text : Markup, str
        Another text alternative, as HTML and as plain text.
    note : Markup
        What stands below the text alternative.
    region : str
        What the place of the details is called in the style sheet.
    style : str
        As an explorer's.
    asks : callable, optional
        What stands there once all but the bet is chosen, from a setting of the choices, so that a
        press is seen to have done something; what is chosen, and the hint, by default.

    Raises
    ------
    ExplorerError
        As `Explorer` does.
    """
    answers = {tuple(setting.items()): answer(setting) for setting in settings(choices)}
    rows = list(dict.fromkeys(reply.row for reply in answers.values() if reply.row))

    def at(setting: Setting) -> Answer:
        return answers[tuple((one.name, setting[one.name]) for one in choices)]

    def judged(setting: Setting) -> Markup:
        reply = at(setting)
        held = setting[bet.name] == reply.holds
        return verdict(verdict_text(reply.said, held), reply.sign, held=held)

    every = (*choices, bet)
    unmade = [one for one in every if one.start == UNSET]
    prompts = until_chosen(hint, *unmade, still=True)
    if any(one.start != UNSET for one in choices):
        prompts = (*_before(prompts, bet), *_asking(choices, bet, asks or _chosen(choices, hint)))
    verdicts = panels_for(every, judged, apart=True)
    beside = panels_for(every, lambda setting: at(setting).beside)
    detail = panels_for(every, lambda setting: at(setting).detail)
    return Explorer(
        name=name,
        title=title,
        choices=every,
        regions=(
            Region(
                "verdict",
                (*prompts, *verdicts, *beside),
                live=True,
                room=longest_together(verdicts, beside),
            ),
            *([Region(region, detail)] if detail else []),
        ),
        alternative=folded(
            summary.format(count=len(rows)), (alternative or table(heads, rows)) + note
        ),
        text=text or "\n".join(" | ".join(map(str, row)) for row in rows),
        style=style,
    )


def _before(prompts: tuple[Panel, ...], bet: Choice) -> Iterator[Panel]:
    """Yield the prompts of settings in which more is open than the bet, or something else."""
    for panel in prompts:
        unmade = [name for name, values in panel.when.items() if values == (UNSET,)]
        if unmade != [bet.name]:
            yield panel


def _chosen(choices: tuple[Choice, ...], hint: str) -> Callable[[Setting], str]:
    """Return what says which setting it is, and then what to do."""

    def words(setting: Setting) -> str:
        labels = (one.answers((setting[one.name],)) for one in choices)
        return _("{chosen}. {hint}").format(chosen=", ".join(labels), hint=hint)

    return words


def _asking(
    choices: tuple[Choice, ...], bet: Choice, asks: Callable[[Setting], str]
) -> Iterator[Panel]:
    """Yield a prompt for each setting in which nothing but the bet is open."""
    for panel in panels_for(choices, lambda setting: prompt(asks(setting)), apart=True):
        yield Panel({**panel.when, bet.name: (UNSET,)}, panel.html)
