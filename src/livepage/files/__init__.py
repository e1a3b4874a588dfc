"""The static files that the pages ask for: styles, scripts, the chart library.

What no page asks for is removed here. Their names are what `passes` asks for.
"""

THEME = "livepage-theme.css"  # all sheets in one; each page has its share of it
NO_SCRIPT = "livepage-noscript.css"
FRAME = "livepage.js"
EXPLORERS = "livepage-explorers.js"
COPY = "livepage-copy.js"
STAND_IN = "livepage-has.js"  # for browsers without :has()
CHARTS = "livepage-charts.js"
BETS = "livepage-bets.js"
LATER = "livepage-later.js"  # stands in the pages themselves
VEGA = "livepage-vega.js"
SEARCH, WEIGHTS = "livepage-search.js", "livepage-search-weights.js"
