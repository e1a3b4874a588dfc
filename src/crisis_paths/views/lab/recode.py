"""The lab: a single recoding to bet on, and evidence that stays folded until one has written."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.recoding import Recoding
from crisis_paths.scrutiny.robustness import Effect, effects
from crisis_paths.views.cases.case_page import in_fact
from crisis_paths.views.cases.evidence import LABELS, evidence_table
from crisis_paths.views.kit.cell_map import cell_map
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.scrutiny.recoding_bench import CELLS, CODED, bench
from crisis_paths.views.scrutiny.recodings import recoding_words
from crisis_paths.words import slug
from explorers.beside import beside
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Look, Setting, choice
from explorers.explorer import Explorer
from explorers.links import setting_link
from explorers.outputs import Page, joined
from explorers.panels import Region, panels_for
from explorers.parts import EMPTY, folded, line

STANDS, FALLS = "stands", "falls"


def _sentence(effect: Effect) -> str:
    """Say in a sentence or two what a recoding does to the framework's formula."""
    if effect.needs_both:
        return _(
            "It holds, and with this recoding the cases need both conditions: a managed crisis"
            " fills the cell that was empty."
        )
    if effect.keeps:
        return _(
            "It holds, and with this recoding one condition is still enough for a formula that"
            " fits."
        )
    if effect.no_positive:
        return _("It fails: with this recoding no crisis is left that counts as unmanageable.")
    if effect.contradictory:
        return _("It falls: so recoded, crises in the same cell have different outcomes.")
    return _("It falls: so recoded, a crisis has another outcome than the framework predicts.")


def _logic_and_world(recoding: Recoding, effect: Effect) -> Markup:
    """Return what the changed coding implies for its crisis, and how the crisis ended."""
    (changed,) = (case for case in effect.cases if case.id == recoding.case)
    sentence = _("The codings of {case} then imply {verdict}. {in_fact}")
    return Markup('<p class="verdict-line">{}</p>').format(
        Markup.escape(sentence).format(
            case=changed.title,
            verdict=Markup("<em>{}</em>").format(changed.path.verdict),
            in_fact=in_fact(TABLE_2[recoding.case]),
        )
    )


@lru_cache(maxsize=1)
def _bench() -> Explorer:
    return bench()


def _alone(effect: Effect) -> bool:
    return len(effect.recodings) == 1


def _way(recoding: Recoding, effect: Effect, bench_page: str) -> Markup:
    """Return a link to the bench with this coding flipped; nothing where there is no such page."""
    if not bench_page:
        return EMPTY
    (now,) = (getattr(c, recoding.dimension) for c in effect.cases if c.id == recoding.case)
    return Markup('<p><a href="{address}">{words}</a></p>').format(
        address=setting_link(
            bench_page, _bench(), {f"{slug(recoding.case)}-{recoding.dimension}": now.value}
        ),
        words=_("See this recoding on the bench"),
    )


def recode(*, bench_page: str = "") -> Explorer:
    """Return an explorer: flip a coding of Table 2, and bet whether the framework's formula stands.

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
        (slug(recoding.case), recoding.dimension): (recoding, effect)
        for effect in effects()
        for recoding in effect.recodings
        if _alone(effect)
    }

    def answer(setting: Setting) -> Answer:
        recoding, effect = single[setting["case"], setting["coding"]]
        words = recoding_words(recoding)
        return Answer(
            STANDS if effect.keeps else FALLS,
            _sentence(effect),
            beside=joined(
                (
                    line(words),
                    _logic_and_world(recoding, effect),
                    _way(recoding, effect, bench_page),
                )
            ),
            row=(words, _sentence(effect)),
        )

    def asks(setting: Setting) -> str:
        recoding, _effect = single[setting["case"], setting["coding"]]
        return _("{recoded}. Place your bet.").format(recoded=recoding_words(recoding))

    base = bet_explorer(
        "recode",
        _("One coding flipped"),
        (
            choice(
                "case",
                _("The crisis"),
                *((slug(case.id), case.title) for case in FIVE),
                start=slug(FIVE[0].id),
                look=Look.CHIPS,
            ),
            choice(
                "coding",
                _("The coding that you flip"),
                *((name, _(name)) for name in CODED),
                start=next(iter(CODED)),
                look=Look.SWITCH,
            ),
        ),
        choice(
            "bet",
            _("Your bet: the framework’s formula, weak and adjusted,"),
            (STANDS, _("holds")),
            (FALLS, _("fails")),
            look=Look.BET,
        ),
        answer,
        hint=_("Choose a coding to flip, and bet."),
        summary=_("Every recoding in words"),
        heads=(_("Recoded"), _("The formula")),
        asks=asks,
    )
    picture = tuple(_cell_region(base.choices[:2], single, *cell) for cell in CELLS)
    return replace(
        base,
        regions=(*picture, *base.regions),
        layout=beside(
            (one.name for one in base.choices),
            (one.name for one in base.regions),
            drawn=cell_map(
                _("The five crises in the cells of Table 1, with the coding flipped"), _map_place
            ),
        ),
    )


def _map_place(control: Control, balance: Balance) -> Markup:
    return Markup('<div class="map-cell">{{region-cell-{}-{}}}</div>').format(control, balance)


def _cell_region(
    choices: tuple[Choice, ...],
    single: Mapping[tuple[str, str], tuple[Recoding, Effect]],
    control: Control,
    balance: Balance,
) -> Region:
    """Return the crises that stand in a cell once a coding is flipped, that one marked."""
    chip = Markup('<p class="chip{mark}">{sign} <b>{case}</b></p>')
    none = Markup('<p class="chip none">{}</p>').format(_("no case"))

    def stands(setting: Setting) -> Markup:
        recoding, effect = single[setting["case"], setting["coding"]]
        return (
            joined(
                chip.format(
                    sign=outcome_sign(case.outcome, named=True),
                    case=case.title,
                    mark=" chip-changed" if case.id == recoding.case else "",
                )
                for case in effect.cases
                if (case.control, case.balance) == (control, balance)
            )
            or none
        )

    return Region(f"cell-{control}-{balance}", panels_for(choices, stands))


def opened(case: str) -> Page:
    """Return what speaks for and against both codings, folded until the reader has written.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis.

    Examples
    --------
    >>> opened("ukraine_2013").html.count("<details")
    2
    """
    pages = {name: evidence_table(case, name) for name in VARIABLES}
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
            for name, page in pages.items()
        ),
        "\n".join(page.text for page in pages.values()),
    )
