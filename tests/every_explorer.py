"""Every explorer of the book, as its pages show it; one that is missing here fails the tests."""

from collections.abc import Callable, Iterator

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.questions import QUESTIONS
from crisis_paths.views.appendix.interactives import try_bet, try_controls, try_time
from crisis_paths.views.appendix.timeline import timeline
from crisis_paths.views.argument.escalation import chain_explorer
from crisis_paths.views.argument.first_page import four_crises, one_sentence
from crisis_paths.views.argument.rivals_matrix import rivals_matrix
from crisis_paths.views.argument.stage import stage
from crisis_paths.views.cases.case_page import case_page
from crisis_paths.views.cases.means import means_matrix
from crisis_paths.views.cases.together import cells
from crisis_paths.views.cases.ukraine import window
from crisis_paths.views.cases.weighing import weigh
from crisis_paths.views.follows.advice import advice_explorer
from crisis_paths.views.follows.feedback import feedback_explorer
from crisis_paths.views.follows.multivector import multivector_matrix
from crisis_paths.views.follows.side_by_side import reading_explorer
from crisis_paths.views.follows.summits import summits_picture
from crisis_paths.views.instructors.practice import practice
from crisis_paths.views.kit.question import check
from crisis_paths.views.lab.recode import recode
from crisis_paths.views.scrutiny.coding_sheet import sheet, sheet_older
from crisis_paths.views.scrutiny.ledger import own_word_explorer
from crisis_paths.views.scrutiny.ledger_rows import ledger_rows
from crisis_paths.views.scrutiny.readings import readings
from crisis_paths.views.scrutiny.recoding_bench import bench
from crisis_paths.views.scrutiny.selection import chance_explorer, leave_out
from crisis_paths.views.scrutiny.truth_table import minimiser, relations
from explorers.explorer import Explorer

NOT_CODED = {"ukraine_2013"}  # beside Ukraine 2022, and not for readers to code
NOT_WEIGHED = {("ukraine_2013", "balance")}  # its evidence stands in a list


def _makers() -> Iterator[Callable[[], Explorer]]:
    yield from (four_crises, one_sentence, stage, chain_explorer, rivals_matrix)
    yield from (cells, means_matrix, window, advice_explorer, summits_picture, feedback_explorer)
    yield from (multivector_matrix, reading_explorer, timeline)
    yield from (try_controls, try_bet, try_time)
    yield from (relations, minimiser, bench, lambda: bench("bench-b"))
    yield from (chance_explorer, leave_out, readings)
    yield from (lambda: sheet("balance"), lambda: sheet("control"), sheet_older)
    yield from (lambda: ledger_rows("ukraine_2022"), lambda: ledger_rows("belarus_2020"))
    yield lambda: ledger_rows("kazakhstan_2022")
    yield own_word_explorer
    yield lambda: recode(bench_page="../scrutiny/one_coding.html")
    for kind, count in (("code", 4), ("predict", 4), ("flip", 8)):
        yield lambda kind=kind, count=count: practice(kind, f"lab: {kind}", count)
    for case in TABLE_2:
        if case not in NOT_CODED:
            yield lambda case=case: case_page(case)
        for name in VARIABLES:
            if (case, name) not in NOT_WEIGHED:
                yield lambda case=case, name=name: weigh(case, name)
    for name in QUESTIONS:
        yield lambda name=name: check(name)


MAKERS = {make().name: make for make in _makers()}
EXPLORERS = {name: make() for name, make in MAKERS.items()}
