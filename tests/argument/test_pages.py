"""What the chapters on the argument say of the article: read against its text by hand."""

from pathlib import Path

import nbformat
import pytest
from tools.citations import as_roles

ROOT = Path(__file__).parents[2]


def prose(name: str) -> str:
    """The words of a chapter, without its code and outputs."""
    (path,) = (ROOT / "chapters").glob(f"*/{name}.ipynb")
    cells = nbformat.read(path, 4).cells
    return as_roles("\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown"))


# Claims of the article and the places that the chapter gives for them.
SAID = {
    "puzzle": [
        "turmoil is not the direct trigger of escalation",
        "no solution to any",  # 并不试图为具体的地区危机提供解决方案
    ],
    "escalation": [
        "the *authority* in a hierarchy of states",  # 地区等级体系中的权威
        "A great power has the advantage if",  # 都意味着大国取得竞争优势
        "{cite:p}`nic2021`",  # 意料之外的政权更迭
        "should in theory find less to do",  # 理论上
    ],
    "explanations": [
        "direct costs, in people, equipment and money, and indirect ones",  # 直接成本, 间接成本
        "their identity, is another matter",  # 而非中小国家自身的身份认同问题
        "can hardly help swaying",  # 难免出现剧烈摇摆
        "how it rates its own interests and abilities",  # 对其自身利益和能力的评估
    ],
    "framework": [
        "御大国竞争于国门外",
        "does *still* more (section 3, the paragraph after Figure 4)",  # 也会进一步增加
        "Russia answers what the West does (section 2.1, paragraph 3)",
    ],
    "strategy": [
        "The “so” implies that the influence is favourable.",  # 所以…更明智做法
        "helps to preserve autonomy",  # 有助于保持中小国家的自主性
        "takes the small state’s viewpoint",  # 从中小国家视角出发
    ],
    "multivector": ["by and large", "multi-vector balance"],
}


@pytest.mark.parametrize("name", SAID)
def test_a_chapter_makes_the_claims_as_the_article_makes_them(name):
    text = prose(name)
    assert [words for words in SAID[name] if words not in text] == []


def test_perception_and_ability_are_a_doubt_with_the_author_s_side_first():
    (doubt,) = [
        part for part in prose("framework").split("\n\n") if part.startswith("**Ability or perc")
    ]
    assert doubt.index("author’s side first") < doubt.index("But the text slides")
    for place in ("section 2.2, paragraph 4", "Figure 3", "section 4.4, paragraph 7", "abstract"):
        assert place in doubt


def test_the_claim_on_colour_revolutions_is_shown_before_the_term_is_disputed():
    text = prose("escalation")
    claim, source, doubt = map(text.index, ("making a “", "nic2021", "The term is disputed"))
    assert claim < source < doubt


def test_no_count_of_hits_is_typed_beside_the_scoreboard():
    assert "out of nine" not in prose("explanations")
    assert "Twelve settings" not in prose("multivector")
