"""Ready settings of explorers for a class, each with a link and what it shows.

What a setting shows is asked of the modules behind its explorer, so that nothing here goes stale.

Examples
--------
>>> print(ready_links("path").text.splitlines()[1])
../argument/framework.html#path-balance=adjusted | Small or medium state: its balance is adjusted \
| manageable, less firmly; Table 2 has there: Ukraine 2013
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.prediction import predict
from crisis_paths.i18n import _
from crisis_paths.scrutiny.readings import reading
from crisis_paths.scrutiny.robustness import Recoding, effect
from crisis_paths.views.argument.stage import stage
from crisis_paths.views.kit.formulas import tied_words
from crisis_paths.views.scrutiny.readings import readings
from crisis_paths.views.scrutiny.recoding_bench import bench
from crisis_paths.views.scrutiny.recodings import fate
from crisis_paths.views.scrutiny.truth_table import OPEN, minimiser, searched, truth_table
from crisis_paths.words import slug
from explorers.choices import Setting
from explorers.explorer import Explorer
from explorers.links import setting_link, setting_words
from explorers.outputs import Page, table


def _path_shows(_explorer: Explorer, setting: Setting) -> str:
    path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
    cases = ", ".join(case.title for case in in_cell(path.cell)) or _("no case")
    return _("{verdict}; Table 2 has there: {cases}").format(verdict=path.verdict, cases=cases)


def _bench_shows(explorer: Explorer, setting: Setting) -> str:
    start = {choice.name: choice.start for choice in explorer.choices}
    turned = [name.rsplit("-", 1) for name, value in setting.items() if value != start[name]]
    result = effect(Recoding(case.replace("-", "_"), coding) for case, coding in turned)
    sentence = " ".join(fate(result))
    if not result.parsimonious:
        return sentence
    words = tied_words(result.parsimonious)
    return _("{said} Shortest: {words}.").format(said=sentence, words=words)


def _minimiser_shows(_explorer: Explorer, setting: Setting) -> str:
    solutions = searched(truth_table(setting["conditions"], OPEN), setting["search"])
    words = tied_words(tuple(map(str, solutions)))
    return _("formula: {words}").format(words=words)


def _readings_shows(_explorer: Explorer, setting: Setting) -> str:
    result = reading(*(setting[n] for n in ("control-2022", "control-2013", "outcome-2013")))
    if result.contradictory:
        return _("one cell holds both outcomes")
    return _("the framework fits") if result.keeps else _("a case contradicts the framework")


@dataclass(frozen=True, slots=True)
class Ready:
    """Ready settings of an explorer: its page in the book, what they show, and which they are."""

    page: str
    explorer: Callable[[], Explorer]
    shows: Callable[[Explorer, Setting], str]
    settings: tuple[Setting, ...]


def _codings(**values: str) -> Setting:
    """Return codings, named with underscores, as a setting of the bench."""
    return {slug(name): value for name, value in values.items()}


READY: Mapping[str, Ready] = {
    "path": Ready(
        "argument/framework",
        stage,
        _path_shows,
        (
            {},
            {"balance": "adjusted"},
            {"control": "weak"},
            {"balance": "adjusted", "control": "weak"},
            {"turmoil": "no", "balance": "adjusted", "control": "weak"},
        ),
    ),
    "bench": Ready(
        "scrutiny/one_coding",
        bench,
        _bench_shows,
        (
            {},
            _codings(belarus_2020_control="weak"),
            _codings(kyrgyzstan_2020_balance="adjusted"),
            _codings(ukraine_2013_control="weak"),
            _codings(ukraine_2013_outcome="unmanageable"),
            _codings(ukraine_2013_control="weak", ukraine_2013_outcome="unmanageable"),
            _codings(ukraine_2022_balance="continued"),
            _codings(ukraine_2022_control="strong"),
            _codings(ukraine_2022_outcome="manageable"),
        ),
    ),
    "minimise": Ready(
        "scrutiny/five_cases",
        minimiser,
        _minimiser_shows,
        (
            {},
            {"search": "parsimonious"},
            {"conditions": "three", "search": "intermediate"},
            {"conditions": "three", "search": "parsimonious"},
        ),
    ),
    "readings": Ready(
        "scrutiny/readings",
        readings,
        _readings_shows,
        tuple(
            {"control-2022": first, "control-2013": second, "outcome-2013": end}
            for first, second, end in (
                ("weak", "strong", "manageable"),
                ("strong", "strong", "manageable"),
                ("weak", "weak", "unmanageable"),
                ("weak", "strong", "unmanageable"),
            )
        ),
    ),
}


def ready_links(*names: str, chapters: str = "..") -> Page:
    """Return links to ready settings, each with what it shows once the bet is placed.

    Parameters
    ----------
    *names : {"path", "bench", "minimise", "readings"}
        Which explorers.
    chapters : str
        The folder of the chapters, from the page where this stands.

    Raises
    ------
    CrisisPathsError
        If there are no ready settings of this name.

    Examples
    --------
    >>> print(ready_links("bench").text.splitlines()[1])
    ../scrutiny/one_coding.html#bench-belarus-2020-control=weak | Belarus 2020: control weak | \
The framework fits. Neither condition would do alone. Shortest: weak and adjusted.
    """
    lines = []
    for name in names:
        if name not in READY:
            raise CrisisPathsError(
                _("There are no ready settings of {name!r}; there are those of: {known}.").format(
                    name=name, known=", ".join(READY)
                )
            )
        ready, explorer = READY[name], READY[name].explorer()
        start = {choice.name: choice.start for choice in explorer.choices}
        for setting in ready.settings:
            link = setting_link(f"{chapters}/{ready.page}.html", explorer, setting)
            lines.append(
                (link, setting_words(explorer, setting), ready.shows(explorer, start | setting))
            )
    anchor = Markup('<a href="{}">{}</a>')
    heads = (_("Setting"), _("What it shows"))
    cells = [(anchor.format(link, words), shows) for link, words, shows in lines]
    return Page(table(heads, cells, cards=False), "\n".join(" | ".join(line) for line in lines))
