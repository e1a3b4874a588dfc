"""The case files of section 4 held against what the text says: who acts, and on what condition.

The right values stand here as literals, each read in the article.
"""

import re
from pathlib import Path

import nbformat
import pytest
from tools.citations import as_roles
from tools.notebooks import notebooks

from crisis_paths.cases.casebook import means
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.tables.reading import names, rows

ROOT = Path(__file__).parents[2]
EVENTS = {row["event_id"]: row for row in rows("events")}
CODINGS = {row["coding_id"]: row for row in rows("codings")}

RUSSIA = {"Russia", "Russian Foreign Ministry", "the CSTO", "Vladimir Putin", "Sergey Lavrov"}
RUSSIA |= {"Mikhail Mishustin", "Sergey Shoigu"}
OUTSIDE = {"Western states", "the United States", "European states", "European leaders", "the EU"}
OUTSIDE |= {"NATO", "the OSCE", "US embassy in Kyrgyzstan", "external great powers"}
OUTSIDE |= {"Mike Pompeo", "Joe Biden", "Charles Michel", "Antony Blinken", "Germany", "France"}
OUTSIDE |= {"Japan"}


def actors(event: dict[str, str]) -> list[str]:
    return event["actors"].split("; ")


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_stands_in_the_lane_of_who_acts(event):
    row = EVENTS[event]
    first, *_others = actors(row)
    foreign = {*actors(row)} & (RUSSIA | OUTSIDE)
    if row["lane"] == "hegemon":
        assert first in RUSSIA
    elif row["lane"] == "external":
        assert first in OUTSIDE
    else:
        assert first not in RUSSIA | OUTSIDE
        assert row["lane"] == "small_state" or not foreign


def test_what_a_state_does_with_its_army_or_abroad_is_no_act_of_domestic_forces():
    """Ukraine's exercises in its east are the state's (section 4.4, paragraph 5)."""
    assert EVENTS["ua22-ukraine-exercises"]["lane"] == "small_state"
    abroad = re.compile(r"exercise|troops|NATO|visits|treaty|recogni[sz]|embass|summit")
    found = {name for name, row in EVENTS.items() if abroad.search(row["event"])}
    assert not [name for name in found if EVENTS[name]["lane"] == "domestic"]


# Words that say how something was, and not that anything happened; and the events that have one
# though something happens in them: each was read, and has it in a passive or a side clause.
STATE = re.compile(
    r"\b(is|are|has|have|stays?|remains?|does not|do not|means to|neither|lacks?|needs?)\b"
)
READ = {
    "re-managed-before-2022",
    "ua22-russia-stronger",
    "by-result",
    "by-help-asked",
    "by-mishustin-visit",
    "by-putin-warns",
    "by-us-criticism",
    "by-eu-concern",
    "by-west-limited",
    "kg-japarov-acting-pm",
    "kg-russia-watches",
    "kz-tokayev-elected",
    "kz-national-emergency",
    "kz-under-control",
    "kz-losses",
    "kz-russia-limited",
    "kz-pipeline",
    "am-russia-stays-out",
    "ua22-zelenskyy-elected",
    "ua22-putin-call",
    "ua22-japan-visit",
    "ua22-sea-breeze",
    "ua22-at-nato-meeting",
    "ua22-lavrov-remarks",
    "ua22-normandy-january",
}


def test_an_event_is_something_that_happened():
    """Calm in Ukraine in 2022 is a coding with its evidence, and no event."""
    assert {name for name, row in EVENTS.items() if STATE.search(row["event"])} == READ
    assert CODINGS["ua22-no-election"]["value"] == "false"


# Section 4.1, paragraph 5, and section 4.3, paragraph 4: Russia holds back *while* the West
# cannot, will not or does not come in.
CONDITION = re.compile(r"[Ww]hile the West (could not|cannot)|the West (did|does|was) not")


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("events", "by-russia-from-outside"),
        ("events", "kz-russia-limited"),
        ("codings", "by-offstage"),
        ("codings", "by-rival-absent"),
        ("codings", "kz-quick-exit"),
        ("codings", "kz-rival-absent"),
    ],
)
def test_russia_s_restraint_is_told_with_its_condition(table, name):
    row = {"events": EVENTS, "codings": CODINGS}[table][name]
    assert CONDITION.search(row["event" if table == "events" else "evidence"])


def test_a_rival_s_absence_speaks_against_confidence_and_that_is_our_inference():
    found = {
        name: (row["section"], row["anchor"], row["dimension"], row["direction"], row["standing"])
        for name, row in CODINGS.items()
        if name.endswith("-rival-absent")
    }
    assert found == {
        "by-rival-absent": ("4.1", "西方难以介入或不愿意", "control", "against", "inferred"),
        "kz-rival-absent": ("4.3", "在西方没有积极介入的", "control", "against", "inferred"),
    }


def test_the_pipeline_is_no_means_of_the_crisis_and_keeps_its_clause():
    """Section 4.3, paragraph 7: for several reasons, and after February 2022."""
    assert EVENTS["kz-pipeline"]["means"] == ""
    for said in (EVENTS["kz-pipeline"]["event"], CODINGS["kz-pipeline"]["evidence"]):
        assert said.startswith("For several reasons, which the text does not name, Russia")
    assert {name: list(means(name)) for name in TABLE_2} == {
        "belarus_2020": ["talks", "forces_ready", "statement", "exercise", "money"],
        "kyrgyzstan_2020": ["statement"],
        "kazakhstan_2022": ["forces_sent"],
        "ukraine_2013": ["money"],
        "ukraine_2022": ["talks", "statement", "forces_ready", "military_operation"],
    }


def test_what_kazakhstan_did_not_do_is_first_a_sign_that_it_took_no_side():
    """Section 4.3, paragraph 7: 并未选边站队 comes before any distance."""
    for name in ("kz-no-recognition", "kz-no-troops"):
        said = CODINGS[name]["evidence"]
        assert said.index("took no side") < said.index("distance")


@pytest.mark.parametrize(
    ("table", "column"), [("codings", "evidence"), ("events", "event"), ("quantities", "what")]
)
def test_the_sum_promised_in_2013_is_called_no_loan(table, column):
    """Section 4.1, paragraph 5, has Russia promise 15 billion US dollars, and lend 1.5 billion."""
    told = [row[column] for row in rows(table) if row["case"] == "ukraine_2013"]
    assert not [said for said in told if re.search(r"\bloan\b(?! of 2020| to Belarus)", said)]


@pytest.mark.parametrize(
    ("coding", "author"),
    [
        ("by-offstage", "Zhao Huirong"),
        ("by-no-break", "Yang, Li and Wang"),
        ("by-overpressure", "Andrei Kortunov"),
        ("by-eu-concern", "Franak Viačorka"),
        ("kg-more-confident", "Aijan Sharshenova"),
        ("kz-good-neighbour", "Nargis Kassenova"),
    ],
)
def test_words_that_the_article_quotes_carry_their_author(coding, author):
    assert author in CODINGS[coding]["evidence"]


def test_the_west_s_deference_and_the_wish_to_keep_things_as_they_were_are_told():
    """Section 4.1, paragraphs 4 and 6."""
    for said in (EVENTS["by-west-limited"]["event"], CODINGS["by-west-limited"]["evidence"]):
        assert "what Russia is sensitive about" in said
    assert (
        "let Belarus settle the question of its election itself"
        in CODINGS["by-no-break"]["evidence"]
    )


# What the book says in its own words; the outputs stored in notebooks are made from these.
SPOKEN = [
    *(path for kind in ("py", "csv", "md") for path in ROOT.glob(f"*/**/*.{kind}")),
    *ROOT.glob("*.md"),
]
OURS = ("chapters", "data", "docs", "solutions", "src", "tools")


def test_a_name_is_spelt_as_the_article_spells_it():
    """Section 2.1 prints Viktor Yanukovich; works and addresses keep their own spelling."""
    other = re.compile(r"[YJ]anuk[oó]v?w?[iy]t?[cč]h?\w*", re.IGNORECASE)
    said = {
        word
        for path in SPOKEN
        if path.parent == ROOT or path.relative_to(ROOT).parts[0] in OURS
        for word in other.findall(re.sub(r"https?://\S+", "", path.read_text("utf-8")))
    }
    for path in notebooks():
        for cell in nbformat.read(path, as_version=4).cells:
            said |= set(other.findall(cell.source))
    assert said == {"Yanukovich"}


# A phrase of one side, and what has to stand by it wherever a table says it.
MARKED = {
    "special military operation": r"it calls a “special|Russia’s announcement|in Russia’s term",
    "return of Crimea": r"what he calls the return",
    "(?i)reunification|accession of Crimea|denazif|so-called|coup\\b": r"(?!)",
}


@pytest.mark.parametrize("phrase", MARKED)
def test_a_phrase_of_one_side_is_marked_as_that_side_s(phrase):
    told = [said for table in names() for row in rows(table) for said in row.values()]
    terms = {row["en"] for row in rows("terms")}  # a term's definition says whose it is
    unmarked = [said for said in told if re.search(phrase, said) and said not in terms]
    assert not [said for said in unmarked if not re.search(MARKED[phrase], said)]


def prose(name: str) -> str:
    """What a page says in its own words, and what a reader is told of an answer on it."""
    cells = nbformat.read(ROOT / "chapters" / "cases" / f"{name}.ipynb", as_version=4).cells
    return as_roles("\n".join(cell.source for cell in cells if cell.cell_type == "markdown"))


@pytest.mark.parametrize(
    ("page", "says", "never"),
    [
        # section 4.1, paragraphs 4 to 6
        ("belarus", "respected what Russia is sensitive about", "it would undo much"),
        (
            "belarus",
            "*While the West could not or would not come in*, Russia chose",
            "a tenth of the one",
        ),
        ("belarus", "quotes from {cite:t}`zhao2020`", "It calls the way"),
        ("belarus", "a phrase quoted from {cite:t}`yang2021`", "Both sides, it concludes"),
        ("belarus", "let Belarus settle the question of its election itself", "a {term}`handle`"),
        ("belarus", "in words quoted from {cite:t}`kortunov2020`", "the one of 2013"),
        # section 4.2, paragraphs 1, 5 and 6
        ("kyrgyzstan", "had little of a geopolitical crisis", "put relations with Russia first"),
        ("kyrgyzstan", "since the end of the Cold War the United States", "nothing at all"),
        ("kyrgyzstan", "citing {cite:t}`sharshenova2021`", "gave no sign"),
        # section 4.3, paragraphs 3 to 7
        ("kazakhstan", "*As the West did not intervene actively*, Russia", "assured them"),
        ("kazakhstan", "was only relative", "within a week"),
        ("kazakhstan", "as with the sums of section 4.1", "because it was short"),
        ("kazakhstan", "Between the sides: none was taken", "Away from Russia"),
        ("kazakhstan", "that Russia, for several reasons, closed", "lest discontent"),
        # section 4.4, paragraphs 5 to 7, and section 3, paragraph 3
        (
            "ukraine",
            "Between Russia and Ukraine a {term}`security dilemma`",
            "Each move made the other",
        ),
        ("ukraine", "The coding *weak* would be wrong", "If so, the coding *weak* is wrong"),
        ("ukraine", "control over the *situation* in the small state", "finds that Moscow"),
        ("ukraine", "has Russia lack the ability, and the confidence as well", "- The loan:"),
        ("ukraine", "needs all states to take part", "larger than ever"),
        ("ukraine", "a long way to go to a new balance", "each by something"),
        # section 4, paragraph 1; section 3, at Figure 3; section 4.4, paragraph 8
        ("together", "no rule that says which crises since then are in or out", "Chosen by how"),
        ("together", "Doubt makes a hegemon put in *more*", "gentler"),
        ("together", "Where outside powers do not intervene", "had come to see Russia"),
    ],
)
def test_a_page_says_what_the_section_says(page, says, never):
    assert says in prose(page)
    assert never not in prose(page)


@pytest.mark.parametrize("page", ["belarus", "kyrgyzstan", "kazakhstan", "ukraine"])
def test_how_many_facts_differ_is_left_to_the_appendix_that_counts_them(page):
    (line,) = (said for said in prose(page).splitlines() if "appendix/facts.ipynb" in said)
    assert not re.search(r"\b(one|two|three|four|five|six) of\b", line)
