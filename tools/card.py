"""Draw the picture that others show beside a link to the book: ``python -m tools.card``.

The four cells and their outcomes are asked of the framework, as everywhere.
"""

from itertools import product
from pathlib import Path

from markupsafe import Markup

from crisis_paths.framework import Balance, Control, Outcome, predict
from tools.visit import running_browser

TARGET = Path(__file__).parents[1] / "_static" / "card.png"
SIZE = {"width": 1200, "height": 630}  # what Open Graph readers expect
MARKS = {
    Outcome.MANAGEABLE: '<circle cx="24" cy="24" r="17" fill="none"/>',
    Outcome.UNMANAGEABLE: '<path d="M24 3v42M3 24h42M9 9l30 30M39 9L9 39"/>',
}
PAGE = Markup("""<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 56px 64px; width: 1072px; height: 518px; background: #fff;
  color: #222832; font: 30px/1.35 "Liberation Sans", Arial, sans-serif; }}
h1 {{ margin: 0; font-size: 76px; line-height: 1.1; letter-spacing: -1px; }}
p {{ margin: 10px 0 30px; color: #48566b; }}
table {{ border-collapse: collapse; width: 100%; }}
th {{ text-align: left; font-weight: normal; color: #48566b; padding: 8px 20px 8px 0; }}
td {{ border: 2px solid #9ca4af; padding: 34px 22px; width: 37%; font-weight: bold; }}
svg {{ width: 44px; height: 44px; vertical-align: -11px; margin-right: 16px;
  stroke: currentColor; stroke-width: 5; }}
</style><h1>Crisis Paths</h1>
<p>Why did some regional crises in Eurasia stay manageable and one did not?
What Gu Wei’s framework predicts:</p>
<table><tr><th></th>{heads}</tr>{rows}</table>""")


def page() -> Markup:
    """Return the picture as a page."""
    head, cell = Markup("<th>control {}</th>"), Markup('<td><svg viewBox="0 0 48 48">{}</svg>{}')
    cells = {
        pair: cell.format(Markup(MARKS[outcome]), outcome.value)
        for pair in product(Balance, Control)
        for outcome in [predict(*pair).outcome]
    }
    return PAGE.format(
        heads=Markup().join(head.format(control.value) for control in Control),
        rows=Markup().join(
            Markup("<tr><th>balance {}</th>{}").format(
                balance.value, Markup().join(cells[balance, control] for control in Control)
            )
            for balance in Balance
        ),
    )


def main() -> None:
    with running_browser() as browser:
        opened = browser.new_page(viewport=SIZE)
        opened.set_content(page())
        opened.screenshot(path=TARGET)


if __name__ == "__main__":
    main()
