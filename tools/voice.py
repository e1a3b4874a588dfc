"""The habits that the book's voice forbids, and where one of them is heard.

`python -m tools.voice` lists what it finds; `tests/project/test_voice.py` wants it to find nothing.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tools.visible import Seen, everything

VERBS = """asks bets can cannot chooses codes compares counts could differs expects finds gets gives
has hears holds is keeps knows likes looks may means meets might must needs ought puts reads says
sees sets should takes thinks wants wishes would writes""".replace("\n", " ").replace(" ", "|")
ARTICLE = r"(?:the|a|this|before|no)"

# What is wrong: how it sounds, and what to say in its place.
HABITS = {
    "one": (
        rf"(?:\b(?:what|that|if|as|how|than|which|when|where|whom|for) one (?:{VERBS})\b"
        rf"|(?:^|[,;:] )one (?:{VERBS.replace('|is|', '|')})\b|\bone[’']s own\b|\boneself\b)",
        "you or we",
    ),
    "whoever": (r"\bwho(?:m|so)?ever\b", "you, if you …"),
    "hand": (r"\b(?:the )?texts? at hand\b", "our copy of the article"),
    "reader": (r"\bthe reader(?:[’']s)?\b(?! view)", "you"),
    "stand": (
        r"\b(?:stands?|stood|standing)\b(?! (?:by|for|out|up|ready|together|in the way)\b)"
        r"(?<!as it stands)(?<!\bstand)(?:\b|(?<=stands))",
        "is, appears, holds",
    ),
    "bear out": (r"\b(?:bears?|bore|borne|bearing)\b[^.]{0,40}\bout\b", "supports, confirms"),
    "odd verb": (
        r"\bdraws? that\b|\bdraws from this that\b|\btells? that\b|\bgrants? to\b",
        "concludes, says, accepts",
    ),
    "by the article": (
        r"(?<!ed )(?<!wn )(?<!en )(?<!id )\bby (?:the (?:article|abstract|text|author)|section \d"
        r"|our (?:words|reading|count)|Gu Wei)\b(?![’'])",
        "according to the article",
    ),
    "of which": (
        r"(?<!all )(?<!most )(?<!none )(?<!some )(?<!each )(?<!many )(?<!both )\bof which\b",
        "whose, or a sentence of its own",
    ),
    "turn": (
        rf"\b{ARTICLE} turn\b(?! (?:to|towards?|away|west|of|back|against|between|comes)\b)",
        "turning point",
    ),
    "turn round": (r"\bturn(?:s|ed|ing)?\b(?: \w+){0,3} round\b", "flip, recode, reverse"),
    "cut": (rf"\b{ARTICLE} cut\b(?!-|t)|\bcut here\b", "cut-off, or: we stop here"),
    "handle": (r"\b(?:a|an|the|no|its|any|fewer|more|of) handles?\b", "leverage, foothold"),
    "hinge": (r"\bhinges?\b", "depends on"),
    "hang": (r"\bh(?:ang|angs|anging|ung) on\b", "depends on"),
    "read off": (r"\bread off\b", "take from, see"),
    "held against": (r"\b(?:held|hold|holds|holding)\b(?: \w+){0,3} against\b", "checked against"),
    "so": (r"\b(?:seen|set|read|put|coded|counted) so\b(?! (?:that|far)\b)", "in this way"),
    "out of the field": (r"\b(?:outside|off) the field\b", "from the sidelines"),
    "ours": (
        r"\b(?:page|part|chapter|is|are|it|all) (?:\w+ )?ours\b(?= throughout|[.,;: ]|$)",
        "say what we did",
    ),
    "telephone": (r"\btelephon(?:e|es|ed|ing) (?:with|to|for)\b", "speaks by phone with"),
    "to be had": (r"\b(?:to|can|could|may) be had\b", "available, possible"),
    "doubtful": (r"\bdoubtful (?:hegemon|power)\b", "in doubt"),
    "sits ill": (r"\bsits? ill\b", "fits badly"),
    "for want of": (r"\bfor want of\b", "without, because it lacks"),
    "dearer": (r"\bdearer\b", "higher prices"),
    "verdict": (r"^Not quite\b|\bRight\. Yes\b|^Wrong[.:]", "Right. No. Nearly."),
    "date": (r"\b(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?\b", "9 August 2020"),
    "as lines that fail": (r"\bas lines that fail\b", "the code behind it checks this"),
    "one may doubt": (r"\bone may doubt\b", "Objections"),
}
HEARD = {name: re.compile(pattern, re.I) for name, (pattern, _) in HABITS.items()}

# What may stay: a habit, words of the sentence, and why. At most thirty.
EXCEPTIONS: tuple[tuple[str, str, str], ...] = (
    ("date", "write 2020, 2020-06 or 2020-06-19", "It says how a date in a table is written."),
    ("hang", "What hangs on one coding", "The title of chapter 7.2, as long as it has this one."),
)


class Finding(NamedTuple):
    """A habit heard in a sentence."""

    habit: str
    words: str
    seen: Seen

    def __str__(self) -> str:
        file, place, sentence = self.seen
        better = HABITS[self.habit][1]
        return f"{file} [{place}] “{self.words}” ({better}): {sentence}"


def excused(habit: str, sentence: str) -> bool:
    """Say whether an exception lets a sentence keep a habit."""
    return any(name == habit and words in sentence for name, words, _ in EXCEPTIONS)


def findings(texts: Iterable[Seen]) -> list[Finding]:
    """Return every habit that is heard in a row of sentences.

    Examples
    --------
    >>> [found.habit for found in findings([Seen("a", "", "What one may doubt stands below.")])]
    ['one', 'stand', 'one may doubt']
    """
    return [
        Finding(habit, match.group(), seen)
        for seen in texts
        for habit, heard in HEARD.items()
        if (match := heard.search(seen.sentence)) and not excused(habit, seen.sentence)
    ]


if __name__ == "__main__":
    for found in findings(everything()):
        print(found)
