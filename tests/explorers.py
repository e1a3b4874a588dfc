"""Every explorer of the book, as its pages show it; one that is missing here fails the tests."""

from collections.abc import Callable, Iterator

from crisis_paths.casebook import VARIABLES
from crisis_paths.cases import TABLE_2
from crisis_paths.questions import QUESTIONS
from crisis_paths.views.advice import advice_explorer
from crisis_paths.views.bench import bench
from crisis_paths.views.case_page import coding
from crisis_paths.views.chance import chance_explorer, leave_out
from crisis_paths.views.check import check
from crisis_paths.views.claims import languages_explorer
from crisis_paths.views.clues import clue_explorer
from crisis_paths.views.coding_sheet import sheet, sheet_older
from crisis_paths.views.escalation import chain_explorer
from crisis_paths.views.evidence import weigh
from crisis_paths.views.explanations import explanation_explorer
from crisis_paths.views.explorer import Explorer
from crisis_paths.views.feedback import feedback_explorer
from crisis_paths.views.lab import recode
from crisis_paths.views.ledger import own_word_explorer
from crisis_paths.views.multivector import multivector_explorer
from crisis_paths.views.path_explorer import path_explorer
from crisis_paths.views.practice import practice
from crisis_paths.views.puzzle import escalation_bets
from crisis_paths.views.readings import readings, readings_window
from crisis_paths.views.side_by_side import reading_explorer
from crisis_paths.views.summits import summits_explorer
from crisis_paths.views.together import cells
from crisis_paths.views.truth import minimiser, relations
from crisis_paths.views.ukraine import window

NOT_CODED = {"ukraine_2013"}  # beside Ukraine 2022, and not for readers to code
NOT_WEIGHED = {("ukraine_2013", "balance")}  # its evidence stands in a list


def _makers() -> Iterator[Callable[[], Explorer]]:
    yield from (path_explorer, escalation_bets, chain_explorer, explanation_explorer)
    yield from (cells, window, advice_explorer, summits_explorer, feedback_explorer)
    yield from (multivector_explorer, languages_explorer, reading_explorer)
    yield from (relations, minimiser, bench, lambda: bench("bench-b"))
    yield from (chance_explorer, leave_out, readings, readings_window)
    yield from (lambda: sheet("balance"), lambda: sheet("control"), sheet_older)
    yield from (lambda: clue_explorer("ukraine_2022"), lambda: clue_explorer("belarus_2020"))
    yield lambda: clue_explorer("kazakhstan_2022")
    yield own_word_explorer
    yield lambda: recode(bench_page="../test/bench.html")
    for kind, count in (("code", 4), ("predict", 4), ("flip", 8)):
        for _case, explorer in practice(kind, f"lab: {kind}", count).parts:
            yield lambda explorer=explorer: explorer
    for case in TABLE_2:
        if case not in NOT_CODED:
            yield lambda case=case: coding(case)
        for name in VARIABLES:
            if (case, name) not in NOT_WEIGHED:
                yield lambda case=case, name=name: weigh(case, name)
    for name in QUESTIONS:
        yield lambda name=name: check(name)


MAKERS = {make().name: make for make in _makers()}
EXPLORERS = {name: make() for name, make in MAKERS.items()}
