"""Every public function of the theory with arguments that it takes, to be spoilt one by one.

``VALID`` gives for each function the arguments of one good call. ``TAKES`` says which of the
spoilt values below a parameter takes after all, and why that is right stands beside it.
"""

import inspect
from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages

import numpy as np
import pandas as pd

import crisis_paths
from crisis_paths.argument.explanations import Explanation, Forecast, Relation
from crisis_paths.cases.casebook import recoded
from crisis_paths.follows.evenness import counted
from crisis_paths.follows.multivector import policy
from crisis_paths.framework import predict
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import RULES
from crisis_paths.qca.formulas import Product, Row, Solution
from crisis_paths.qca.truth_table import TruthTable, codings, crises
from crisis_paths.scrutiny.ledger import ledger
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.scrutiny.recoding import Switch, hypothetical
from crisis_paths.scrutiny.robustness import adding


class Odd:
    """A thing of a kind that nobody knows."""


LONG = "x" * 100_000
SPOILT = {
    "None": None,
    "NaN": float("nan"),
    "NA": pd.NA,
    "list": [],
    "list of numbers": [1, 2],
    "list of long words": [LONG] * 50,
    "dict": {},
    "set": set(),
    "empty": "",
    "long": LONG,
    "word": "absent",
    "5": 5,
    "0.6": 0.6,
    "object": Odd(),
    "array": np.array([1, 2]),
    "array of none": np.array(1),
    "array of words": np.array(["a", "b"]),
    "frame": pd.DataFrame({"a": [1]}),
    "bytes": b"weak",
}
TABLE = TruthTable.of_crises()
ROWS = TABLE.rows
CASES = tuple(TABLE_2.values())
ROW = {"case": "x_2031", "name": "X", "year": "2031", "turmoil": "true"}
ROW |= {"balance": "adjusted", "control": "weak", "outcome": "unmanageable"}
MORE = {"evidence": "For.", "against": "Against.", "source": "Here."}
CASE, WHO = "ukraine_2022", {"case": "ukraine_2022", "actor": "hegemon"}
READ = {"balance": "adjusted", "control": "weak"}
FRAME = {"df": crises(), "conditions": ["WEAK"], "outcome": "UNMANAGEABLE"}

VALID: dict[str, dict[str, object]] = {
    "scoreboard.fields": {"explanation": "agenda"},
    "scoreboard.comparisons": {"explanation": "agenda"},
    "sources.kind_of": {"address": "https://tass.com/1"},
    "sources.sources_of": {"check_id": "ua22-charter"},
    "framework.predict": READ | {"turmoil": True},
    "framework.every_path": {},
    "framework.predict_frame": {"df": pd.DataFrame([READ]), "prefix": ""},
    "variables.parse_turmoil": {"word": "yes"},
    "paths.figure_of": READ,
    "steps.steps_of": READ | {"turmoil": True},
    "notation.marks": {"path": predict("adjusted", "weak")},
    "notation.unexplained": {"path": predict("adjusted", "weak")},
    "cases.coded": {"row": ROW},
    "cases.in_cell": {"cell": "weak/adjusted"},
    "crisis_sets.codings": {"cases": CASES},
    "crisis_sets.crises": {"cases": CASES},
    "crisis_sets.predicted": {"values": {"WEAK": True}},
    "crisp.read": FRAME,
    "crisp.told": {"codings": codings(), "conditions": ["WEAK"], "outcome": "UNMANAGEABLE"},
    "set_names.listed": {"conditions": ["WEAK"]},
    "solving.expectations": {"expected": {"WEAK": True}, "conditions": ("WEAK", "ADJUSTED")},
    "solving.solve": {
        "rows": ROWS,
        "kind": "intermediate",
        "value": True,
        "expected": {"WEAK": True},
        "contradictions": "exclude",
        "literals": True,
    },
    "recoding.switches": {"cases": CASES, "dimensions": ("balance",)},
    "recoding.recoded": {"cases": CASES, "thrown": [Switch(CASE, "control")]},
    "recoding.hypothetical": READ | {"outcome": "manageable", "turmoil": "no", "id": "x"},
    "robustness.effect": {
        "thrown": [Switch(CASE, "control")],
        "cases": CASES,
        "conditions": ("WEAK", "ADJUSTED"),
    },
    "robustness.effects": {
        "dimensions": ("balance",),
        "cases": CASES[:2],
        "conditions": ("WEAK", "ADJUSTED"),
    },
    "robustness.leave_one_out": {"cases": CASES, "conditions": ("WEAK", "ADJUSTED")},
    "robustness.adding": {"cases": CASES, "conditions": ("WEAK", "ADJUSTED")},
    "robustness.formula": {},
    "selection.luck": {"sizes": [4, 1], "positives": 1},
    "selection.separation": {"candidate": "control", "cases": CASES},
    "selection.chance": {"cases": CASES, "candidate": "control"},
    "selection.fits": {"cases": CASES},
    "readings.reading": {
        "control_2022": "weak",
        "control_2013": "strong",
        "outcome_2013": "manageable",
    },
    "readings.ending": {"end": "2014-02-27", "doubtful": "manageable"},
    "readings.ended": {"end": "2014-02-27", "doubtful": "manageable"},
    "window.sayable": {"end": "2014-02-27"},
    "window.known_by": {"end": "2014-02-27"},
    "perception.found": {"source": "done"},
    "likelihood.label": {"p_h": 0.5, "p_r": Fraction(1, 20)},
    "evidence.clues": {"case": CASE},
    "ledger.decibans": {"odds": Fraction(3)},
    "ledger.probability": {"odds": Fraction(3)},
    "ledger.strongest": {"ratios": [Fraction(2), Fraction(1, 3)]},
    "ledger.ledger": {
        "case": CASE,
        "rival": "agenda",
        "prior": 0.5,
        "changed": {"ua22-nato": ("even", Likelihood.EVEN)},
        "hypothesis": "framework",
    },
    "ledger.turns": {"account": ledger(CASE, "agenda"), "once": False},
    "casebook.events": {"case": CASE, "phase": "before"},
    "casebook.evidence": {"case": CASE, "dimension": "balance"},
    "casebook.without": {"case": CASE, "dimension": "balance", "item": "none"},
    "casebook.other": {"value": TABLE_2[CASE].control},
    "casebook.recoded": {"case": CASE},
    "casebook.means": {"case": CASE},
    "decisions.asks": {"variable": "control"},
    "dates.parts": {"written": "2020-06"},
    "dates.first_day": {"written": "2020-06"},
    "dates.last_day": {"written": "2020-06"},
    "dates.finer_than": {"written": "2020-06", "precision": "year"},
    "sorting.groups": {"condition": "balance"},
    "sorting.sorts": {"condition": "balance"},
    "puzzle.relation": {
        "holds": lambda case: case.turmoil,
        "outcome": "unmanageable",
        "cases": CASES,
    },
    "feedback.perceived": READ | {"feedback": "both"},
    "feedback.reached": {"feedback": "both"},
    "feedback.out_of_reach": {"feedback": "both"},
    "further_cases.further_cases": {"table": [ROW | MORE]},
    "escalation.follow": {"cut": {"apart"}},
    "scoreboard.held": WHO | {"expected": Forecast(Relation.STRONG)},
    "scoreboard.score": WHO | {"explanation": "agenda"},
    "scoreboard.tally": {"explanation": "agenda"},
    "observations.observed": WHO,
    "observations.compared": WHO | {"other": "belarus_2020"},
    "explanations.by_framework": WHO,
    "explanations.premises": {"explanation": "agenda", "actor": "hegemon"},
    "explanations.forecast": WHO | {"explanation": "agenda"},
    "evenness.counted": {"grouping": "each", "eu_weight": 1, "china": False},
    "evenness.shares": {"counts": counted("each")},
    "evenness.effective_number": {"counts": counted("each")},
    "evenness.evenness": {"counts": counted("each")},
    "claims.claims_on": {"part": "firm"},
    "claims.read_in": {"language": "zh"},
    "multivector.policy": {
        "hold": "firm",
        "attention": "more",
        "partners": "outside",
    },
    "multivector.settings": {"called": "reality"},
    "concordance.entries": {},
    "concordance.entry": {"section": "4.4"},
    "concordance.by_chapter": {},
    "tables.folder": {},
    "tables.names": {},
    "tables.rows": {"name": "cases"},
    "tables.load": {"name": "cases"},
    "questions.question": {"name": "who-moves"},
    "exercises.generate.exercises": {
        "seed": "spring",
        "count": 2,
        "kinds": ["code"],
        "level": "easy",
        "bank": None,
    },
    "exercises.generate.kinds_of": {"kinds": ["code"]},
}

NEW = READ | {"outcome": "manageable"}

# Methods that take something, and classes that read what they are given.
METHODS: dict[str, tuple[Callable, dict[str, object]]] = {
    "TruthTable.from_cases": (TruthTable.from_cases, FRAME),
    "TruthTable.from_codings": (TruthTable.from_codings, VALID["crisp.told"]),
    "TruthTable.of_crises": (
        TruthTable.of_crises,
        {"conditions": ["WEAK"], "outcome": "UNMANAGEABLE", "cases": CASES},
    ),
    "TruthTable.row": (TABLE.row, {"values": {"WEAK": True, "ADJUSTED": False}}),
    "TruthTable.with_remainder": (
        TABLE.with_remainder,
        {"values": {"WEAK": True, "ADJUSTED": False}, "outcome": True},
    ),
    "TruthTable.fit": (TABLE.fit, {"rows": ROWS[:1], "value": True}),
    "TruthTable.solutions": (
        TABLE.solutions,
        {name: value for name, value in VALID["solving.solve"].items() if name != "rows"},
    ),
    "Product.holds": (Product((("WEAK", True),)).holds, {"values": {"WEAK": True}}),
    "Solution.holds": (
        Solution((Product((("WEAK", True),)),)).holds,
        {"values": {"WEAK": True}},
    ),
    "Row.showing": (ROWS[0].showing, {"value": True}),
    "Row": (lambda assumed: Row(Product((("WEAK", True),)), assumed=assumed), {"assumed": True}),
    "Switch": (Switch, {"case": CASE, "dimension": "control"}),
    "Rule.standing_in": (RULES["factions-apart"].standing_in, {"figure": 2}),
    "Likelihood": (Likelihood, {"value": "even"}),
    "Likelihood.moved": (Likelihood.EVEN.moved, {"steps": 1}),
    "Explanation": (Explanation, {"value": "agenda"}),
    "Verdict.effects": (policy("firm", "more", "outside").effects, {"topic": "risk"}),
    "robustness.adding": (lambda added: adding(added), {"added": hypothetical(**NEW)}),
    "casebook.recoded": (lambda dimension: recoded(CASE, dimension), {"dimension": "balance"}),
}

# What the functions that readers call are made of. They take what those have read already, or
# are the readers themselves, whose answer to anything at all their own tests tell.
INNER = {
    *("boolean", "counterfactuals", "covers", "errors", "frames", "given", "i18n", "schema"),
    *("words", "set_names.design_faults", "set_names.case_faults", "tables.read"),
    *("explanations.by_value", "explanations.by_agenda", "explanations.by_status"),
    *("explanations.by_threat", "exercises.generate.plan", "sources.sources_in"),
}
# What people hand in and get, sheets, agreement, exports, grading and the bank have tests of bad
# input of their own.
APART = {"agreement", "coded_rows", "coding_sheet", "exercises", "questions", "views"}
APART |= {"extras", "reliability", "csv_text", "garbled", "handed_in", "handed_out", "headings"}
HERE = {"exercises.generate", "questions"}

NOTHING = {"None"}
NONE = {"list", "set"}  # several, of which there are none
# Which spoilt values a parameter takes after all.
TAKES: dict[tuple[str, str], set[str]] = {
    # nothing given, as documented
    ("solving.expectations", "expected"): {"dict"},
    ("solving.solve", "expected"): {"dict"},
    ("TruthTable.solutions", "expected"): {"dict"},
    ("TruthTable.with_remainder", "outcome"): NOTHING,  # left open
    ("Row", "assumed"): NOTHING,
    ("ledger.ledger", "changed"): {"None", "dict"},
    ("further_cases.further_cases", "table"): {"None", *NONE},
    ("crisis_sets.predicted", "values"): {"dict"},  # hangs on sets that are left out
    ("sources.kind_of", "address"): {"empty", "long", "word"},  # no outlet's
    ("crisis_sets.codings", "cases"): NONE,
    ("crisis_sets.crises", "cases"): NONE,
    ("crisp.told", "codings"): {"dict"},
    ("TruthTable.from_codings", "codings"): {"dict"},
    ("TruthTable.of_crises", "cases"): NONE,
    ("TruthTable.fit", "rows"): NONE,
    ("recoding.switches", "cases"): NONE,
    ("recoding.switches", "dimensions"): NONE,
    ("recoding.recoded", "thrown"): NONE,
    ("robustness.effect", "thrown"): NONE,
    ("robustness.effects", "cases"): NONE,
    ("robustness.effects", "dimensions"): NONE,
    ("robustness.leave_one_out", "cases"): NONE,
    ("robustness.adding", "cases"): NONE,
    ("selection.separation", "cases"): NONE,
    ("selection.chance", "cases"): NONE,
    ("selection.fits", "cases"): NONE,
    ("puzzle.relation", "cases"): NONE,
    ("ledger.strongest", "ratios"): {"list of numbers", "array", "5", "0.6", *NONE},
    ("escalation.follow", "cut"): NONE,
    ("set_names.listed", "conditions"): {"empty", "long", "word", "list of long words", "frame"}
    | {"array of words", *NONE},  # what can be no set's name is refused with the other faults
    ("exercises.generate.exercises", "bank"): NOTHING,
    ("casebook.events", "phase"): {"empty"},
    ("framework.predict_frame", "prefix"): {"empty", "long", "word"},
    # any text is a name, a seed or a case
    ("recoding.hypothetical", "id"): {"long", "word"},
    ("exercises.generate.exercises", "seed"): {"long", "word"},
    ("Switch", "case"): {"empty", "long", "word"},
    ("Switch", "dimension"): {"empty", "long", "word"},
    # a number above nought
    ("ledger.decibans", "odds"): {"5", "0.6"},
    ("ledger.probability", "odds"): {"5", "0.6"},
    ("likelihood.label", "p_h"): {"0.6"},
    ("likelihood.label", "p_r"): {"0.6"},
    ("ledger.ledger", "prior"): {"0.6"},
    ("evenness.counted", "eu_weight"): {"0.6"},
    ("Likelihood.moved", "steps"): {"5"},
    ("selection.luck", "sizes"): {"5", "list of numbers", "array"},
    ("selection.luck", "positives"): {"5"},
    ("exercises.generate.exercises", "count"): {"5"},
}


def functions() -> Iterator[tuple[str, Callable]]:
    """Every public function of the theory's modules, named as ``module.function``."""
    for found in walk_packages(crisis_paths.__path__, "crisis_paths."):
        name = found.name.removeprefix("crisis_paths.")
        if name.split(".")[0] in APART and name not in HERE:
            continue
        module = import_module(found.name)
        for title, member in vars(module).items():
            plain = inspect.unwrap(member) if callable(member) else member
            if inspect.isfunction(plain) and plain.__module__ == found.name and title[0] != "_":
                yield f"{name}.{title}", member


FUNCTIONS = dict(functions())
CALLS = [(name, FUNCTIONS.get(name), given) for name, given in VALID.items()]
CALLS += [(name, function, given) for name, (function, given) in METHODS.items()]
