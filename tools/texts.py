"""The articles' texts, where they are at hand: they are not part of the project."""

import os
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
TITLES = {"gu2024": "外交平衡、控局能力认知", "zengwang2024": "From Vision to Reality"}
# Where Gu Wei's article ends; pieces of other articles may follow in the same file.
END = "（截稿："
MISSING = "the articles’ texts are not at hand: set CRISIS_PATHS_TEXTS to the folder that has them"


@lru_cache
def text(key: str) -> str | None:
    """Return the text of an article: from the folder that the environment names, or one near by.

    Parameters
    ----------
    key : {"gu2024", "zengwang2024"}
        Which article.

    Returns
    -------
    str or None
        The whole text, or nothing where it is not at hand.
    """
    named = os.environ.get("CRISIS_PATHS_TEXTS")
    places = Path(named).glob("*.txt") if named else ROOT.parent.glob("*/sources/*.txt")
    texts = (place.read_text(encoding="utf-8") for place in sorted(places))
    return next((found for found in texts if TITLES[key] in found[:300]), None)


def body(key: str) -> str | None:
    """Return the article alone, without what stands behind it in the file."""
    whole = text(key)
    return whole and whole.partition(END)[0]
