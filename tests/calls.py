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
from crisis_paths.lab.link import as_link
from crisis_paths.lab.own_cases import read
from crisis_paths.qca.formulas import Product, Row, Solution
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import codings, crises, crisis_table
from crisis_paths.scrutiny.ledger import ledger
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.scrutiny.recoding import Recoding, hypothetical
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
OWN = read("case,STORM,SANK\nAnna,1,1\nBerta,0,0\n")
TABLE = crisis_table()
ROWS = TABLE.rows
CASES = tuple(TABLE_2.values())
ROW = {"case": "x_2031", "name": "X", "year": "2031", "turmoil": "true"}
ROW |= {"balance": "adjusted", "control": "weak", "outcome": "unmanageable"}
MORE = {"evidence": "For.", "against": "Against.", "source": "Here."}
CASE, WHO = "ukraine_2022", {"case": "ukraine_2022", "actor": "hegemon"}
READ = {"balance": "adjusted", "control": "weak"}
FRAME = {"df": crises(), "conditions": ["WEAK"], "outcome": "UNMANAGEABLE"}

VALID: dict[str, dict[str, object]] = {
    "lab.analysis.analyse": {"cases": OWN, "value": True},
    "lab.changes.changes": {"cases": OWN, "value": True},
    "lab.coders.side_by_side": {"first": OWN, "second": OWN},
    "lab.examples.example": {"name": "lipset"},
    "lab.link.as_link": {"cases": OWN},
    "lab.link.from_link": {"text": as_link(OWN)},
    "argument.scoreboard.fields": {"explanation": "agenda"},
    "argument.scoreboard.comparisons": {"explanation": "agenda"},
    "tables.sources.kind_of": {"address": "https://tass.com/1"},
    "tables.sources.sources_of": {"check_id": "ua22-charter"},
    "framework.prediction.predict": READ | {"turmoil": True},
    "framework.prediction.every_path": {},
    "framework.prediction.predict_frame": {"df": pd.DataFrame([READ]), "prefix": ""},
    "framework.variables.parse_turmoil": {"word": "yes"},
    "framework.paths.figure_of": READ,
    "framework.steps.steps_of": READ | {"turmoil": True},
    "framework.notation.marks": {"path": predict("adjusted", "weak")},
    "framework.notation.unexplained": {"path": predict("adjusted", "weak")},
    "framework.cases.coded": {"row": ROW},
    "framework.cases.in_cell": {"cell": "weak/adjusted"},
    "scrutiny.crisis_sets.codings": {"cases": CASES},
    "scrutiny.crisis_sets.crisis_table": {
        "conditions": ["WEAK"],
        "outcome": "UNMANAGEABLE",
        "cases": CASES,
    },
    "scrutiny.crisis_sets.crises": {"cases": CASES},
    "scrutiny.crisis_sets.predicted": {"values": {"WEAK": True}},
    "qca.crisp.read": FRAME,
    "qca.crisp.told": {"codings": codings(), "conditions": ["WEAK"], "outcome": "UNMANAGEABLE"},
    "qca.set_names.listed": {"conditions": ["WEAK"]},
    "qca.solving.expectations": {"expected": {"WEAK": True}, "conditions": ("WEAK", "ADJUSTED")},
    "qca.solving.solve": {
        "rows": ROWS,
        "kind": "intermediate",
        "value": True,
        "directional_expectations": {"WEAK": True},
        "contradictions": "exclude",
        "literals": True,
    },
    "scrutiny.recoding.every_recoding": {"cases": CASES, "dimensions": ("balance",)},
    "scrutiny.recoding.recoded": {"cases": CASES, "recodings": [Recoding(CASE, "control")]},
    "scrutiny.recoding.hypothetical": READ | {"outcome": "manageable", "turmoil": "no", "id": "x"},
    "scrutiny.robustness.effect": {
        "recodings": [Recoding(CASE, "control")],
        "cases": CASES,
        "conditions": ("WEAK", "ADJUSTED"),
    },
    "scrutiny.robustness.effects": {
        "dimensions": ("balance",),
        "cases": CASES[:2],
        "conditions": ("WEAK", "ADJUSTED"),
    },
    "scrutiny.robustness.leave_one_out": {"cases": CASES, "conditions": ("WEAK", "ADJUSTED")},
    "scrutiny.robustness.adding": {"cases": CASES, "conditions": ("WEAK", "ADJUSTED")},
    "scrutiny.robustness.formula": {},
    "scrutiny.selection.luck": {"sizes": [4, 1], "positives": 1},
    "scrutiny.selection.separation": {"candidate": "control", "cases": CASES},
    "scrutiny.selection.chance": {"cases": CASES, "candidate": "control"},
    "scrutiny.selection.fits": {"cases": CASES},
    "scrutiny.readings.reading": {
        "control_2022": "weak",
        "control_2013": "strong",
        "outcome_2013": "manageable",
    },
    "scrutiny.readings.ending": {"end": "2014-02-27", "doubtful": "manageable"},
    "scrutiny.readings.ended": {"end": "2014-02-27", "doubtful": "manageable"},
    "cases.window.sayable": {"end": "2014-02-27"},
    "cases.window.known_by": {"end": "2014-02-27"},
    "scrutiny.perception.found": {"source": "done"},
    "scrutiny.likelihood.label": {"p_h": 0.5, "p_r": Fraction(1, 20)},
    "scrutiny.clues.clues": {"case": CASE},
    "scrutiny.ledger.decibans": {"odds": Fraction(3)},
    "scrutiny.ledger.probability": {"odds": Fraction(3)},
    "scrutiny.ledger.strongest": {"ratios": [Fraction(2), Fraction(1, 3)]},
    "scrutiny.ledger.ledger": {
        "case": CASE,
        "rival": "agenda",
        "prior": 0.5,
        "changed": {"ua22-nato": ("even", Likelihood.EVEN)},
        "hypothesis": "framework",
    },
    "scrutiny.ledger.turns": {"account": ledger(CASE, "agenda"), "once": False},
    "cases.casebook.events": {"case": CASE, "phase": "before"},
    "cases.casebook.evidence": {"case": CASE, "dimension": "balance"},
    "cases.casebook.without": {"case": CASE, "dimension": "balance"},
    "cases.casebook.recoded": {"case": CASE},
    "cases.casebook.means": {"case": CASE},
    "cases.people.people": {"case": CASE},
    "cases.people.organisations": {},
    "cases.stories.lines": {"case": CASE, "part": "before"},
    "cases.stories.backing": {"fact": "by-bg-osce"},
    "cases.stories.elsewhere": {},
    "scrutiny.decisions.asks": {"variable": "control"},
    "tables.dates.parts": {"written": "2020-06"},
    "tables.dates.first_day": {"written": "2020-06"},
    "tables.dates.last_day": {"written": "2020-06"},
    "tables.dates.finer_than": {"written": "2020-06", "precision": "year"},
    "framework.sorting.groups": {"condition": "balance"},
    "framework.sorting.sorts": {"condition": "balance"},
    "argument.puzzle.relation": {
        "holds": lambda case: case.turmoil,
        "outcome": "unmanageable",
        "cases": CASES,
    },
    "follows.feedback.perceived": READ | {"feedback": "both"},
    "follows.feedback.reached": {"feedback": "both"},
    "follows.feedback.out_of_reach": {"feedback": "both"},
    "scrutiny.further_cases.further_cases": {"table": [ROW | MORE]},
    "argument.escalation.follow": {"cut": {"apart"}},
    "argument.scoreboard.held": WHO | {"expected": Forecast(Relation.STRONG)},
    "argument.scoreboard.score": WHO | {"explanation": "agenda"},
    "argument.scoreboard.tally": {"explanation": "agenda"},
    "argument.observations.observed": WHO,
    "argument.observations.compared": WHO | {"other": "belarus_2020"},
    "argument.explanations.by_framework": WHO,
    "argument.explanations.premises": {"explanation": "agenda", "actor": "hegemon"},
    "argument.explanations.forecast": WHO | {"explanation": "agenda"},
    "follows.evenness.counted": {"grouping": "each", "eu_weight": 1, "china": False},
    "follows.evenness.shares": {"counts": counted("each")},
    "follows.evenness.effective_number": {"counts": counted("each")},
    "follows.evenness.evenness": {"counts": counted("each")},
    "follows.claims.claims_on": {"part": "firm"},
    "follows.claims.read_in": {"language": "zh"},
    "follows.multivector.policy": {
        "hold": "firm",
        "attention": "more",
        "partners": "outside",
    },
    "follows.multivector.settings": {"called": "reality"},
    "framework.concordance.entries": {},
    "framework.concordance.entry": {"section": "4.4"},
    "framework.concordance.by_chapter": {},
    "framework.paragraphs.paragraphs": {},
    "framework.paragraphs.of_section": {"section": "2.2.3"},
    "framework.paragraphs.unstated": {},
    "tables.reading.folder": {},
    "tables.reading.names": {},
    "tables.reading.rows": {"name": "cases"},
    "tables.reading.load": {"name": "cases"},
    "questions.question": {"name": "who-moves"},
    "exercises.make.generate.exercises": {
        "seed": "spring",
        "count": 2,
        "kinds": ["code"],
        "level": "easy",
        "bank": None,
    },
    "exercises.make.generate.kinds_of": {"kinds": ["code"]},
}

NEW = READ | {"outcome": "manageable"}

# Methods that take something, and classes that read what they are given.
METHODS: dict[str, tuple[Callable, dict[str, object]]] = {
    "TruthTable.from_cases": (TruthTable.from_cases, FRAME),
    "TruthTable.from_codings": (TruthTable.from_codings, VALID["qca.crisp.told"]),
    "TruthTable.row": (TABLE.row, {"values": {"WEAK": True, "ADJUSTED": False}}),
    "TruthTable.with_remainder": (
        TABLE.with_remainder,
        {"values": {"WEAK": True, "ADJUSTED": False}, "outcome": True},
    ),
    "TruthTable.fit": (TABLE.fit, {"rows": ROWS[:1], "value": True}),
    "TruthTable.solutions": (
        TABLE.solutions,
        {name: value for name, value in VALID["qca.solving.solve"].items() if name != "rows"},
    ),
    "Product.holds": (Product((("WEAK", True),)).holds, {"values": {"WEAK": True}}),
    "Solution.holds": (
        Solution((Product((("WEAK", True),)),)).holds,
        {"values": {"WEAK": True}},
    ),
    "Row.showing": (ROWS[0].showing, {"value": True}),
    "Row": (lambda assumed: Row(Product((("WEAK", True),)), assumed=assumed), {"assumed": True}),
    "Recoding": (Recoding, {"case": CASE, "dimension": "control"}),
    "Rule.standing_in": (RULES["factions-apart"].standing_in, {"figure": 2}),
    "Likelihood": (Likelihood, {"value": "even"}),
    "Likelihood.moved": (Likelihood.EVEN.moved, {"steps": 1}),
    "Explanation": (Explanation, {"value": "agenda"}),
    "Verdict.effects": (policy("firm", "more", "outside").effects, {"topic": "risk"}),
    "scrutiny.robustness.adding": (lambda added: adding(added), {"added": hypothetical(**NEW)}),
    "cases.casebook.recoded": (
        lambda dimension: recoded(CASE, dimension),
        {"dimension": "balance"},
    ),
}

# What the functions that readers call are made of. They take what those have read already, or
# are the readers themselves, whose answer to anything at all their own tests tell.
INNER = {
    *("qca.boolean", "qca.counterfactuals", "qca.covers"),
    *("tables.frames", "tables.grid", "tables.schema"),
    *("chance", "errors", "given", "i18n"),
    *("words", "qca.set_names.design_faults", "qca.set_names.case_faults", "tables.reading.read"),
    *(f"argument.explanations.by_{name}" for name in ("value", "agenda", "status", "threat")),
    *("exercises.make.generate.plan", "tables.sources.sources_in"),
}
# What people hand in and get, sheets, agreement, exports, grading and the bank have tests of bad
# input of their own.
APART = {"exercises", "extras", "questions", "views"}
APART |= {f"scrutiny.{name}" for name in ("agreement", "coded_rows", "coding_sheet", "reliability")}
TEXTS = ("csv_text", "garbled", "handed_in", "handed_out", "headings")
APART |= {f"tables.{name}" for name in TEXTS}
APART |= {"lab.own_cases", "lab.columns"}
HERE = {"exercises.make.generate", "questions"}

NOTHING = {"None"}
NONE = {"list", "set"}  # several, of which there are none
# Which spoilt values a parameter takes after all.
TAKES: dict[tuple[str, str], set[str]] = {
    # nothing given, as documented
    ("qca.solving.expectations", "expected"): {"dict"},
    ("qca.solving.solve", "directional_expectations"): {"dict"},
    ("TruthTable.solutions", "directional_expectations"): {"dict"},
    ("TruthTable.with_remainder", "outcome"): NOTHING,  # left open
    ("Row", "assumed"): NOTHING,
    ("scrutiny.ledger.ledger", "changed"): {"None", "dict"},
    ("scrutiny.further_cases.further_cases", "table"): {"None", *NONE},
    ("scrutiny.crisis_sets.predicted", "values"): {"dict"},  # hangs on sets that are left out
    ("tables.sources.kind_of", "address"): {"empty", "long", "word"},  # no outlet's
    ("scrutiny.crisis_sets.codings", "cases"): NONE,
    ("scrutiny.crisis_sets.crises", "cases"): NONE,
    ("qca.crisp.told", "codings"): {"dict"},
    ("TruthTable.from_codings", "codings"): {"dict"},
    ("scrutiny.crisis_sets.crisis_table", "cases"): NONE,
    ("TruthTable.fit", "rows"): NONE,
    ("scrutiny.recoding.every_recoding", "cases"): NONE,
    ("scrutiny.recoding.every_recoding", "dimensions"): NONE,
    ("scrutiny.recoding.recoded", "recodings"): NONE,
    ("scrutiny.robustness.effect", "recodings"): NONE,
    ("scrutiny.robustness.effects", "cases"): NONE,
    ("scrutiny.robustness.effects", "dimensions"): NONE,
    ("scrutiny.robustness.leave_one_out", "cases"): NONE,
    ("scrutiny.robustness.adding", "cases"): NONE,
    ("scrutiny.selection.separation", "cases"): NONE,
    ("scrutiny.selection.chance", "cases"): NONE,
    ("scrutiny.selection.fits", "cases"): NONE,
    ("argument.puzzle.relation", "cases"): NONE,
    ("scrutiny.ledger.strongest", "ratios"): {"list of numbers", "array", "5", "0.6", *NONE},
    ("argument.escalation.follow", "cut"): NONE,
    ("qca.set_names.listed", "conditions"): {"empty", "long", "word", "list of long words", "frame"}
    | {"array of words", *NONE},  # what can be no set's name is refused with the other faults
    ("exercises.make.generate.exercises", "bank"): NOTHING,
    ("cases.casebook.events", "phase"): {"empty"},
    ("framework.prediction.predict_frame", "prefix"): {"empty", "long", "word"},
    # any text is a name, a seed or a case
    ("scrutiny.recoding.hypothetical", "id"): {"long", "word"},
    ("exercises.make.generate.exercises", "seed"): {"long", "word"},
    ("Recoding", "case"): {"empty", "long", "word"},
    ("Recoding", "dimension"): {"empty", "long", "word"},
    # a number above nought
    ("scrutiny.ledger.decibans", "odds"): {"5", "0.6"},
    ("scrutiny.ledger.probability", "odds"): {"5", "0.6"},
    ("scrutiny.likelihood.label", "p_h"): {"0.6"},
    ("scrutiny.likelihood.label", "p_r"): {"0.6"},
    ("scrutiny.ledger.ledger", "prior"): {"0.6"},
    ("follows.evenness.counted", "eu_weight"): {"0.6"},
    ("Likelihood.moved", "steps"): {"5"},
    ("scrutiny.selection.luck", "sizes"): {"5", "list of numbers", "array"},
    ("scrutiny.selection.luck", "positives"): {"5"},
    ("exercises.make.generate.exercises", "count"): {"5"},
}


def functions() -> Iterator[tuple[str, Callable]]:
    """Every public function of the theory's modules, named as ``module.function``."""
    for found in walk_packages(crisis_paths.__path__, "crisis_paths."):
        name = found.name.removeprefix("crisis_paths.")
        if APART & {name, name.split(".")[0]} and name not in HERE:
            continue
        module = import_module(found.name)
        for title, member in vars(module).items():
            plain = inspect.unwrap(member) if callable(member) else member
            if inspect.isfunction(plain) and plain.__module__ == found.name and title[0] != "_":
                yield f"{name}.{title}", member


FUNCTIONS = dict(functions())
CALLS = [(name, FUNCTIONS.get(name), given) for name, given in VALID.items()]
CALLS += [(name, function, given) for name, (function, given) in METHODS.items()]
