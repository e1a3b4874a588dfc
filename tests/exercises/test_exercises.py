"""Exercises: the same from the same words, spread evenly, and keyed by the framework alone."""

import csv
import io
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.asking import FLIPS
from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.exercises.make.phrases import phrases, start
from crisis_paths.framework import predict
from crisis_paths.framework.rules import RULES
from crisis_paths.seeded_random import SeededRandom
from crisis_paths.tables import reading as tables
from machine import within

VARIABLES = ("balance", "control", "turmoil")
OPPOSITES = (("continued", "adjusted"), ("strong", "weak"), ("yes", "no"))
OTHER = {one: other for pair in OPPOSITES for one, other in (pair, pair[::-1])}
# Table 1 and Figures 1 to 4, as a student has to say it: verdict, external powers, hegemon.
LESS, MORE = "less willing|less inclined|hold back", "more willing|more inclined|press in"
PATHS = {
    ("strong", "continued"): (
        "manageable",
        LESS,
        "do(es)? little or nothing|hardly ha(s|ve) to act",
    ),
    ("strong", "adjusted"): (
        "manageable, less firmly",
        MORE,
        "intervention limited|within limits|limits? what it does",
    ),
    ("weak", "continued"): ("manageable", LESS, "to support the state|in aid of|to help"),
    ("weak", "adjusted"): (
        "unmanageable",
        MORE,
        "contend with them|to contend for|stand up to them",
    ),
}
# Which single changes flip the outcome of Table 1.
FLIPPED = {
    ("strong", "continued"): "None: no single one.*|None of the three|Nothing that is.*",
    ("strong", "adjusted"): "A change of the perception, and no other|The perception alone|"
    "Only [A-Z][a-z]+’s perception",
    ("weak", "continued"): "A change of the balance, and no other|The balance alone|"
    "Only [A-Z][a-z]+’s balance",
    (
        "weak",
        "adjusted",
    ): "(Either the|The) balance or the perception: .*|.* enough, and so would .*",
}


def coded(label: str) -> tuple[str, ...]:
    """Which cell does a coding name?"""
    return re.fullmatch(r".*\b(continued|adjusted);.*\b(strong|weak)", label).groups()[::-1]


def says(label: str, cell: tuple[str, str]) -> bool:
    """Is this the path of the cell, and of no other?"""
    verdict, *moves = PATHS[cell]
    told = re.search(r"\bcrisis (?:is|would be) ((?:un)?manageable(?:, less firmly)?)", label)[1]
    return told == verdict and all(re.search(move, label) for move in moves)


REAL = re.findall(
    r"\w+",
    """Afghanistan America Armenia Azerbaijan Belarus Britain China Estonia Europe France Georgia
Germany India Iran Japan Kazakh Kyrgyz Latvia Lithuania Moldova Moscow NATO Poland Russia Soviet
Tajikistan Turkey Turkmenistan Ukrain Union Uzbek Washington Kyiv Minsk Brussels""",
)
SEEDS = st.text(min_size=1, max_size=12).filter(str.strip)


def words(exercise) -> str:
    return " ".join(exercise.vignette)


def facts(exercise) -> dict[str, str]:
    return dict(exercise.facts)


def read(exercise) -> dict[str, list]:
    """What the vignette's own words are in the bank, by role: the facts are not looked at."""
    text = words(exercise)
    named = {
        p.value: p.text for p in phrases() if p.role == "name" and re.search(rf"\b{p.text}\b", text)
    }
    found = {}
    for phrase in phrases():
        if phrase.role != "name" and phrase.fill(named) in text:
            found.setdefault(phrase.role, []).append(phrase)
    return found


def setting(exercise) -> dict[str, str]:
    """What the vignette shows; each variable one value only."""
    found = read(exercise)
    shown = {variable: {p.value for p in found[variable]} for variable in VARIABLES}
    assert all(len(values) == 1 for values in shown.values()), shown
    return {variable: values.pop() for variable, values in shown.items()}


def outcome(shown: dict[str, str]) -> str:
    return predict(shown["balance"], shown["control"], turmoil=shown["turmoil"]).outcome


def spread(counts: Counter, kinds: int) -> bool:
    """Are there as many of each as can be?"""
    return max(counts.values()) - (min(counts.values()) if len(counts) == kinds else 0) <= 1


@settings(max_examples=25, deadline=None)
@given(
    SEEDS,
    st.integers(1, 70),
    st.lists(st.sampled_from(list(ExerciseKind)), min_size=1, unique=True),
    st.sampled_from(["easy", "hard", "mixed"]),
)
def test_a_set_is_even_without_repeats_and_whole(seed, count, kinds, level):
    made = exercises(seed, count, kinds, level)
    assert len(made) == len({exercise.id for exercise in made}) == count
    assert spread(Counter(facts(e)["cell"] for e in made), 4)
    assert spread(Counter(facts(e)["turmoil"] for e in made), 2)
    assert spread(Counter((facts(e)["cell"], facts(e)["turmoil"]) for e in made), 8)
    assert spread(Counter(e.kind for e in made), len(kinds))
    hard = sum(facts(e)["level"] == "hard" for e in made)
    assert hard == {"easy": 0, "hard": count, "mixed": count // 2}[level]
    alike = [frozenset(facts(e)["phrases"].split()[1:]) for e in made]
    assert len(set(alike)) == count == len({words(e) for e in made})
    for exercise in made:
        open_question = exercise.kind is ExerciseKind.CRITIQUE
        assert sum(answer.right for answer in exercise.answers) == (not open_question)
        assert (3 <= len(exercise.rubric) <= 5) == open_question
        assert (bool(exercise.reasons) != open_question and open_question) or (
            exercise.reasons.endswith(".") and "section" in exercise.reasons
        )
        for answer in exercise.answers:
            assert re.fullmatch(r"[A-Z][^.]+\.", answer.feedback), "one sentence"
            assert len(answer.feedback.split()) <= 25
        labels = [answer.label for answer in exercise.answers]
        assert len(set(labels)) == len(labels)
        everything = " ".join((words(exercise), exercise.ask, *labels, *exercise.rubric))
        assert not set("{}") & set(everything)
        assert not [name for name in REAL if name in words(exercise) + exercise.ask]


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_kinds_and_settings_are_crossed(seed):
    """In 32 each of the four kinds meets each cell with and without turmoil, once."""
    made = exercises(seed, 32)
    crossed = Counter((e.kind, facts(e)["cell"], facts(e)["turmoil"]) for e in made)
    assert len(crossed) == 32


@pytest.fixture(scope="module")
def many():
    return exercises("four hundred", 400)


def test_every_key_is_what_the_framework_says_of_what_the_vignette_shows(many):
    for exercise in many:
        shown = setting(exercise)
        path = predict(shown["balance"], shown["control"], turmoil=shown["turmoil"])
        cell = (shown["control"], shown["balance"])
        told = facts(exercise)
        assert {variable: told[variable] for variable in VARIABLES} == shown
        assert told["cell"] == path.cell and told["outcome"] == path.outcome
        assert told["external_will"] == path.external_will
        assert told["hegemon_response"] == path.hegemon_response
        if exercise.kind is ExerciseKind.CODE:
            assert coded(exercise.right.label) == cell
            assert {coded(answer.label) for answer in exercise.answers} == set(PATHS)
        elif exercise.kind is ExerciseKind.PREDICT:
            assert path.outcome == PATHS[cell][0].split(",")[0]
            for answer in exercise.answers:
                (named,) = (each for each in PATHS if says(answer.label, each))
                assert answer.right is (named == cell)
        elif exercise.kind is ExerciseKind.FLIP:
            assert re.fullmatch(FLIPPED[cell], exercise.right.label)
        else:
            assert says(exercise.rubric[2], cell)


def test_each_flip_has_the_answer_that_trying_every_change_gives(many):
    for exercise in many:
        shown = setting(exercise)
        flips = {
            variable
            for variable in VARIABLES
            if outcome(shown | {variable: OTHER[shown[variable]]}) != outcome(shown)
        }
        assert set(facts(exercise)["flips"].split()) == (flips or {"none"})
        if exercise.kind is ExerciseKind.FLIP:
            right = [answer.right for answer in exercise.answers].index(True)
            assert FLIPS[right] == flips


def test_feedback_ties_the_sentence_to_the_rule_and_its_section(many):
    for exercise in many:
        found = read(exercise)
        told = exercise.reasons or " ".join(exercise.rubric)
        for phrase in (*found["balance"], *found["control"]):
            assert phrase.rule.source in told and RULES[phrase.rule.id].consequence in told
        if exercise.kind is ExerciseKind.CODE:
            key = coded(exercise.right.label)
            for answer in exercise.answers:
                control, balance = (a == b for a, b in zip(coded(answer.label), key, strict=True))
                assert (
                    answer.feedback
                    == {
                        (True, True): "Both variables are read rightly.",
                        (True, False): "The balance is read rightly; the perception is not.",
                        (False, True): "The perception is read rightly; the balance is not.",
                        (False, False): "Neither variable is read rightly.",
                    }[balance, control]
                )


def test_what_is_only_ours_is_said(many):
    steps = [e for e in many if any(p.rule and p.rule.id == "small-steps" for p in shown_in(e))]
    assert steps
    for exercise in steps:
        told = exercise.reasons or " ".join(exercise.rubric)
        assert "we put such steps there" in told


def shown_in(exercise) -> list:
    return [phrase for found in read(exercise).values() for phrase in found]


def test_a_hard_one_has_two_sentences_against_the_mixed_one_and_one_distractor_more(many):
    for exercise in many:
        found = read(exercise)
        hard = facts(exercise)["level"] == "hard"
        assert len(found["distractor"]) == 1 + hard
        assert len({p.value for p in found["distractor"]}) == 1 + hard
        assert len(found.get("mixed", ())) == hard
        assert len(found["opening"]) == len(found["turmoil"]) == 1
        if hard:
            (mixed,) = found["mixed"]
            weighed = "balance" if mixed.value in ("continued", "adjusted") else "control"
            assert [p.value for p in found[weighed]] == [OTHER[mixed.value]] * 2
        else:
            every = [p for role in found.values() for p in role]
            assert {p.level for p in every} == {"easy"}


def test_a_critique_has_exactly_one_explanation_that_expects_otherwise(many):
    critiques = [exercise for exercise in many if exercise.kind is ExerciseKind.CRITIQUE]
    assert len(critiques) == 100
    for exercise in critiques:
        more = predict(*(setting(exercise)[v] for v in VARIABLES[:2])).hegemon_response.value
        framework = "more" if more.startswith("raised") else "less"
        (rival,) = [p for p in read(exercise)["distractor"] if p.expects != framework]
        assert f"expect {rival.expects} of" in exercise.rubric[3]


@pytest.mark.parametrize("kind", ["code", "predict", "flip"])
def test_no_option_is_never_right_but_turmoil_whose_feedback_says_so(kind):
    made = exercises("options", 120, [kind])
    never = {
        at
        for at, _answer in enumerate(made[0].answers)
        if not any(exercise.answers[at].right for exercise in made)
    }
    assert never == ({FLIPS.index({"turmoil"})} if kind == "flip" else set())
    for exercise in made if never else ():
        assert "wrong in every case" in exercise.answers[never.copy().pop()].feedback


@pytest.mark.parametrize("kind", ExerciseKind)
def test_wording_varies_and_all_answers_to_a_question_come_in_one_form(kind):
    made = exercises("wording", 60, [kind])
    names = {p.text: p.value for p in phrases() if p.role == "name"}

    def bare(text: str) -> str:
        return re.sub(r"[A-Z][a-z]+", lambda found: names.get(found[0], found[0]), text)

    forms = Counter(bare(e.ask) for e in made)
    assert len(forms) == (6 if kind is ExerciseKind.PREDICT else 3)
    if kind is not ExerciseKind.CRITIQUE:
        labels = {}
        for exercise in made:
            asked = bare(exercise.ask)
            labels.setdefault(asked, set()).add(tuple(bare(a.label) for a in exercise.answers))
        assert all(len(found) == 1 for found in labels.values())
        assert len({found.copy().pop() for found in labels.values()}) == len(forms)


def test_where_the_streets_are_calm_a_crisis_is_supposed():
    """There is none yet: who asks what becomes of it has to say which."""
    for exercise in exercises("calm", 60, ["predict"]):
        calm = facts(exercise)["turmoil"] == "no"
        assert bool(re.search("Suppose that|If there were", exercise.ask)) is calm
        for answer in exercise.answers:
            assert ("would be" in answer.label) is calm
            assert ("crisis is" in answer.label) is not calm


def test_a_distractor_tells_nothing_of_the_key():
    """Asked for a coding, bait of either sort stands in every cell."""
    seen = {
        (facts(e)["cell"], p.expects)
        for e in exercises("bait", 160, ["code"])
        for p in read(e)["distractor"]
    }
    assert len(seen) == 8


def test_the_same_words_give_the_same_set_on_any_machine():
    script = (
        "from hashlib import sha256; from crisis_paths.exercises.make.generate import exercises;"
        "print(sha256(repr(exercises('spring term', 40)).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert exercises("spring term", 40) != exercises("autumn term", 40)


def test_the_draws_do_not_depend_on_the_python():
    chance = SeededRandom("pinned")
    assert chance.shuffled(range(8)) == [5, 4, 0, 1, 3, 6, 2, 7]


def test_a_thousand_within_two_seconds():
    with within(2):
        exercises("fast", 1000)


def test_the_largest_set_has_no_two_alike():
    made = exercises("large", 5000, ["code"], "easy")
    assert len({frozenset(facts(e)["phrases"].split()[1:]) for e in made}) == 5000


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"seed": ""}, "seed is '', but must be a word or more."),
        ({"seed": "  "}, "seed is '  ', but must be a word or more."),
        ({"seed": 7}, "seed is 7, but must be a word or more."),
        ({"count": 0}, "count is 0, but must be a whole number from 1 to 5000."),
        ({"count": 5001}, "count is 5001, but must be a whole number from 1 to 5000."),
        ({"count": "4"}, "count is '4', but must be a whole number from 1 to 5000."),
        ({"count": True}, "count is True, but must be a whole number from 1 to 5000."),
        (
            {"kinds": ("code", "guess")},
            "There is no kind of exercise 'guess'; there are: code, predict, flip, critique.",
        ),
        (
            {"kinds": ()},
            "No kind of exercise is named; there are: code, predict, flip, critique.",
        ),
        ({"level": "cruel"}, "level is 'cruel', but must be one of: easy, hard, mixed."),
    ],
)
def test_what_no_set_can_be_made_of_is_refused_in_a_sentence(wrong, said):
    with pytest.raises(CrisisPathsError) as refused:
        exercises(**({"seed": "s", "count": 4} | wrong))
    assert str(refused.value) == said


# The bank


def test_the_bank_has_enough_of_everything():
    count = Counter((p.role, p.value) for p in phrases())
    for variable, values in (
        ("balance", ("continued", "adjusted")),
        ("control", ("strong", "weak")),
        ("turmoil", ("yes", "no")),
    ):
        assert all(count[variable, value] >= 14 for value in values)
    assert sum(n for (role, _v), n in count.items() if role == "distractor") >= 20
    assert all(count["mixed", value] >= 5 for value in ("continued", "adjusted", "strong", "weak"))
    assert count["name", "state"] >= 30
    assert count["name", "hegemon"] >= 8 and count["name", "rival"] >= 8


def test_no_name_is_real_and_none_hides_in_another():
    names = [p.text for p in phrases() if p.role == "name"]
    real = " ".join(row["name"] for row in tables.rows("cases"))
    for name in names:
        assert re.fullmatch("[A-Z][a-z]+", name)
        assert name not in real and not [other for other in REAL if other in name]
        assert not name.endswith("s")  # so that ’s may follow
        assert [other for other in names if name in other] == [name]


def test_evidence_speaks_of_its_own_variable_only():
    """A sentence on control is about the hegemon, one on turmoil about the state alone."""
    for phrase in phrases():
        if phrase.role in ("control", "turmoil") or phrase.value in ("strong", "weak"):
            assert "{rival}" not in phrase.text, phrase.id
        if phrase.role == "turmoil":
            assert "{hegemon}" not in phrase.text, phrase.id
        if phrase.role == "balance":
            assert "{rival}" in phrase.text, phrase.id
        if phrase.role == "distractor":
            assert "{rival}" not in phrase.text, phrase.id


# A bank of one's own


def change(path: Path, spoil) -> None:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    spoil(rows)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return start(tmp_path / "own.csv")


def test_an_example_bank_is_one_that_works(own):
    bank = phrases(own)
    assert len(bank) < len(phrases())
    made = exercises("private", 24, bank=bank)
    assert {e.kind for e in made} == set(ExerciseKind)
    told = " ".join(e.reasons for e in made)
    assert "put a sentence of your own" not in told  # a note is for the instructor
    used = {i for e in made for i in facts(e)["phrases"].split()}
    assert used <= {p.id for p in bank}


def test_an_own_sentence_is_used(own):
    def mine(rows):
        for row in rows:
            if row["role"] == "name" and row["value"] == "state":
                row["phrase"] = "Mine" + row["phrase"].lower()
            if row["role"] == "opening":
                row["phrase"] = row["phrase_id"] + ": {state}, {hegemon} and {rival}."

    change(own, mine)
    for exercise in exercises("private", 8, bank=phrases(own)):
        assert re.match(r"opening-\d\d: Mine[a-z]+, ", words(exercise))


def test_an_own_bank_may_come_from_a_spreadsheet(own):
    """With a byte order mark or without, with semicolons, tabs, and rows of nothing."""
    bank = phrases(own)
    assert len(bank) > 40 and own.read_bytes().startswith(b"\xef\xbb\xbfphrase_id,")
    rows = list(csv.reader(io.StringIO(own.read_text("utf-8-sig"), newline="")))
    for separator, encoding, first in product(",;\t", ("utf-8", "utf-8-sig"), ("", "sep=")):
        out = io.StringIO(first and f"{first}{separator}\r\n")
        out.seek(0, io.SEEK_END)
        writer = csv.writer(out, delimiter=separator)
        writer.writerows([[*row, "", ""] for row in rows])
        writer.writerows([[""] * 11, [""] * 9])
        own.write_bytes(out.getvalue().replace("phrase_id", " Phrase_ID ").encode(encoding))
        assert phrases(own) == bank


CURE = "CSV UTF-8 (comma delimited)"


@pytest.mark.parametrize(
    ("opened_as", "saved_as", "says"),
    [
        ("cp1252", "utf-8-sig", "'â€™' should read '’'"),
        ("cp1250", "utf-8-sig", "'â€™' should read '’'"),
        ("mac_roman", "utf-8-sig", "'‚Äô' should read '’'"),
        ("cp936", "utf-8-sig", "took its text for another"),
        ("utf-8-sig", "cp1252", "is not in UTF-8, as line 2 shows"),
        ("utf-8-sig", "utf-16", "is in UTF-16 (“Unicode Text”), not in UTF-8"),
    ],
)
def test_what_a_spreadsheet_spoilt_is_refused_with_the_cure(own, opened_as, saved_as, says):
    plain = own.read_bytes().removeprefix(b"\xef\xbb\xbf")
    own.write_bytes(plain.decode(opened_as, "replace").encode(saved_as))
    with pytest.raises(CrisisPathsError) as refused:
        phrases(own)
    assert says in str(refused.value) and CURE in str(refused.value)
    assert "codec" not in str(refused.value)


def test_an_own_sentence_may_begin_like_a_formula(own):
    def mine(rows):
        for row in rows:
            row["note"] = "'=1+1"  # as it is handed out

    change(own, mine)
    assert {phrase.note for phrase in phrases(own)} == {"=1+1"}


def test_an_existing_file_is_not_touched(own):
    before = own.read_bytes()
    with pytest.raises(CrisisPathsError, match="exists already; give another name"):
        start(own)
    assert own.read_bytes() == before


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(CrisisPathsError, match="cannot be written"):
        start(tmp_path / "nowhere" / "own.csv")
    with pytest.raises(CrisisPathsError, match="cannot be read: there is no such file"):
        phrases(tmp_path / "nowhere.csv")


def test_all_faults_of_a_broken_bank_are_named_at_once(own):
    def spoil(rows):
        rows[0]["value"] = "strong"
        rows[1]["rule"] = "no-such-rule"
        rows[2]["phrase"] = "Nobody is named here."
        rows[3]["phrase"] = "{state} and {country!r} meet {rival}."
        rows[4]["phrase"] = "{state has a stray brace."
        rows[5]["level"] = "cruel"
        rows[6]["expects"] = "more"
        rows[7]["phrase_id"] = rows[8]["phrase_id"]
        for row in rows:
            if row["role"] == "name":
                row.update(role="opening", value="", phrase=row["phrase_id"] + NAMED)
            if row["role"] == "distractor":
                row.update(expects="more")

    change(own, spoil)
    with pytest.raises(CrisisPathsError) as refused:
        phrases(own)
    said = str(refused.value).splitlines()
    assert len(said) == 9
    for sentence in (
        "own.csv, line 2, value: 'strong' does not go with balance; allowed: continued, adjusted.",
        "own.csv, line 3, rule: 'no-such-rule' is no rule; allowed: a rule_id of rules.csv.",
        "own.csv, line 4, phrase: 'Nobody is named here.' lacks {state}.",
        "own.csv, line 5, phrase: {country!r} is no placeholder; allowed: {state}, {hegemon},"
        " {rival}.",
        "own.csv, line 6, phrase: '{state has a stray brace.' has a stray brace; allowed"
        " placeholders: {state}, {hegemon}, {rival}.",
        "own.csv, line 7, level: 'cruel' is not allowed; allowed: easy, hard.",
        "own.csv, line 8, expects: more or less for a distractor, and empty for all others.",
        "own.csv: too few phrases of a kind (name state: 0 of 1; name hegemon: 0 of 1; name rival:"
        " 0 of 1; distractor that expects less, explanations: 0 of 2).",
    ):
        assert sentence in said
    assert any("is already in line 9" in line for line in said)


NAMED = ": {state}, {hegemon}, {rival}"


def test_broken_rows_and_columns(own):
    whole = own.read_text(encoding="utf-8")
    own.write_text(whole + "only,three,values\n", encoding="utf-8")
    with pytest.raises(CrisisPathsError, match=r"own.csv, line 63: it has 3 of 9 values\."):
        phrases(own)
    own.write_text(whole.replace("phrase_id,role", "role,id", 1), encoding="utf-8")
    with pytest.raises(
        CrisisPathsError, match=r"own.csv: the columns must be phrase_id, .* Here: "
    ):
        phrases(own)
    with pytest.raises(CrisisPathsError, match=r"Here: missing: phrase_id; not known: id\."):
        phrases(own)
    own.write_bytes(b"phrase_id,\xff\xfe")
    with pytest.raises(CrisisPathsError, match=r"own\.csv is not in UTF-8, as line 1 shows"):
        phrases(own)
    own.write_text("", encoding="utf-8")
    with pytest.raises(CrisisPathsError, match="Here: there are none"):
        phrases(own)


def test_a_bank_too_small_for_a_set_is_refused(own):
    with pytest.raises(CrisisPathsError, match="too small for so many different vignettes: "):
        exercises("private", 5000, ["critique"], "easy", bank=phrases(own))
