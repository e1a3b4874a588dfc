"""The lab: a single recoding to bet on, and evidence that stays folded until one has written."""

from functools import lru_cache

from markupsafe import Markup

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.recoding import Recoding
from crisis_paths.scrutiny.robustness import Effect, effects
from crisis_paths.views.cases.case_page import in_fact
from crisis_paths.views.cases.evidence import LABELS, evidence_table
from crisis_paths.views.scrutiny.recoding_bench import CODED, bench, recoding_words
from crisis_paths.words import slug
from explorers.bets import Answer, bet_explorer
from explorers.choices import Setting, choice
from explorers.explorer import Explorer
from explorers.links import setting_link
from explorers.outputs import Page, joined
from explorers.parts import EMPTY, folded, line

STANDS, FALLS = "stands", "falls"


def _said(found: Effect) -> str:
    """What a recoding does to the framework's formula, in a sentence or two."""
    if found.needs_both:
        return _(
            "It stands, and so recoded the cases need both conditions: a managed crisis fills the"
            " cell that was empty."
        )
    if found.keeps:
        return _(
            "It stands, and so recoded the cases still need only one condition for a formula that"
            " fits."
        )
    if found.no_positive:
        return _("It falls: so recoded, no crisis is left that counts as unmanageable.")
    if found.contradictory:
        return _("It falls: so recoded, crises in the same cell have different outcomes.")
    return _("It falls: so recoded, a crisis has another outcome than the framework predicts.")


def _logic_and_world(recoding: Recoding, found: Effect) -> Markup:
    """What the coding, so changed, implies for its crisis; beside it, how the crisis ended."""
    (changed,) = (case for case in found.cases if case.id == recoding.case)
    said = _("The codings of {case} then imply {verdict}. {in_fact}")
    return Markup('<p class="verdict-line">{}</p>').format(
        Markup.escape(said).format(
            case=changed.title,
            verdict=Markup("<em>{}</em>").format(changed.path.verdict),
            in_fact=in_fact(TABLE_2[recoding.case]),
        )
    )


@lru_cache(maxsize=1)
def _bench() -> Explorer:
    return bench()


def _alone(found: Effect) -> bool:
    return len(found.recodings) == 1


def _way(recoding: Recoding, found: Effect, bench_page: str) -> Markup:
    """A link to the bench with this coding flipped; nothing where there is no such page."""
    if not bench_page:
        return EMPTY
    (now,) = (getattr(c, recoding.dimension) for c in found.cases if c.id == recoding.case)
    return Markup('<p><a href="{address}">{words}</a></p>').format(
        address=setting_link(
            bench_page, _bench(), {f"{slug(recoding.case)}-{recoding.dimension}": now.value}
        ),
        words=_("See this recoding on the bench"),
    )


def recode(*, bench_page: str = "") -> Explorer:
    """Return one coding of Table 2 flipped, and a bet whether the framework's formula stands.

    Parameters
    ----------
    bench_page : str
        The address of the page with the recoding bench, from the page where this stands; empty
        where there is none to lead to.

    Examples
    --------
    >>> recode().combinations
    30
    """
    single = {
        (slug(recoding.case), recoding.dimension): (recoding, found)
        for found in effects()
        for recoding in found.recodings
        if _alone(found)
    }

    def answer(setting: Setting) -> Answer:
        recoding, found = single[setting["case"], setting["coding"]]
        words = recoding_words(recoding)
        return Answer(
            STANDS if found.keeps else FALLS,
            _said(found),
            beside=joined(
                (line(words), _logic_and_world(recoding, found), _way(recoding, found, bench_page))
            ),
            row=(words, _said(found)),
        )

    return bet_explorer(
        "recode",
        _("One coding flipped"),
        (
            choice(
                "case",
                _("The crisis"),
                *((slug(case.id), case.title) for case in FIVE),
                start=slug(FIVE[0].id),
            ),
            choice(
                "coding",
                _("The coding that you flip"),
                *((name, _(name)) for name in CODED),
                start=next(iter(CODED)),
            ),
        ),
        choice(
            "bet",
            _("Your bet: the framework’s formula, weak and adjusted,"),
            (STANDS, _("stands")),
            (FALLS, _("falls")),
        ),
        answer,
        hint=_("Choose a coding to flip, and bet."),
        summary=_("Every recoding in words"),
        heads=(_("Recoded"), _("The formula")),
    )


def opened(case: str) -> Page:
    """What speaks for and against both codings of a crisis, folded until the reader has written.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Examples
    --------
    >>> opened("ukraine_2013").html.count("<details")
    2
    """
    found = {name: evidence_table(case, name) for name in VARIABLES}
    summary = _("{label}, {case}: open when you have written")
    ask = Markup("<p><strong>{}</strong></p>").format(
        _(
            "Is what you wrote among these? Would it change your coding, and which item comes"
            " closest?"
        )
    )
    return Page(
        joined(
            folded(
                summary.format(label=LABELS[name](), case=TABLE_2[case].title),
                joined([page.html, ask]),
            )
            for name, page in found.items()
        ),
        "\n".join(page.text for page in found.values()),
    )
