"""Chapter 7.2: a second bench beside the first, which says in what codings the two differ."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from crisis_paths.framework.cases import Case
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.words import slug
from explorers.choices import Choice
from explorers.outputs import joined
from explorers.parts import tally
from explorers.rules import chosen

FIRST, SECOND = "bench", "bench-b"
BENCHES = "benches"  # the class of what holds both
CODED = {"balance": Balance, "control": Control, "outcome": Outcome}


def coding_name(case: Case, dimension: str) -> str:
    """Return what a coding is called.

    Parameters
    ----------
    case : Case
        A crisis.
    dimension : {"balance", "control", "outcome"}
        What is coded.

    Examples
    --------
    >>> coding_name(FIVE[0], "balance")
    'Belarus 2020: balance'
    """
    what = {"balance": _("balance"), "control": _("control"), "outcome": _("outcome")}
    return _("{case}: {what}").format(case=case.title, what=what[dimension])


def differing_codings() -> Markup:
    """Return every coding, each hidden until the two benches differ in it, and their number.

    Where one bench stands alone all of it stays hidden: there is nothing to differ from.
    """
    item = Markup('<li hidden data-differs="{name}">{words}</li>')
    words = Markup.escape(_("{count} of {codings} codings differ from the first setting."))
    return Markup(
        '<div class="bench-differs" hidden><ul>{items}</ul><p class="bench-changed">{words}</p>'
        "</div>"
    ).format(
        items=joined(
            (
                item.format(name=f"{slug(case.id)}-{what}", words=coding_name(case, what))
                for case in FIVE
                for what in CODED
            ),
            "",
        ),
        words=words.format(count=tally("differs", "bench-differs"), codings=len(FIVE) * len(CODED)),
    )


def differing_rules(choices: Iterable[Choice]) -> Iterator[str]:
    """Yield the rules that show the codings in which the two benches differ.

    Parameters
    ----------
    choices : iterable of Choice
        Those of a bench; each has two options.
    """
    shown = "{{display:{}!important}}".format
    yield f".{BENCHES} .bench-differs{shown('block')}"
    for choice in choices:
        for one, other in (choice.values, choice.values[::-1]):
            both = chosen(FIRST, choice.name, one) + chosen(SECOND, choice.name, other)
            yield f".{BENCHES}{both} [data-differs={choice.name}]{shown('list-item')}"
