"""The one seam: every page that Sphinx renders passes through a row of small functions.

They see the finished page, whichever template or extension has made it, in a full build and in an
incremental one alike.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bs4 import BeautifulSoup

from livepage.markup import parse, write
from livepage.passes import (
    accessibility,
    apparatus,
    assets,
    blanks,
    cells,
    code,
    color_scheme,
    contents,
    csp,
    empty_header,
    exercises,
    explorers,
    folds,
    head,
    homes,
    icons,
    languages,
    later,
    live_charts,
    marks,
    menus,
    noscript,
    scripts,
    tables,
    terms,
)
from livepage.passes.links import hold_one_style
from livepage.runtime import building, offers
from livepage.site import notfound

Pass = Callable[[BeautifulSoup], BeautifulSoup]

# The order matters: drop first, add then, and hash what is really served last.
PASSES: tuple[Pass, ...] = (
    assets.drop_unused_assets,
    hold_one_style,
    exercises.plain,
    cells.code_after_output,
    apparatus.offer_apparatus,
    code.plain_code,
    icons.draw_icons,
    csp.replace_handlers,
    empty_header.drop_empty_header,
    menus.without_bootstrap,
    contents.fold_parts,
    accessibility.mend,
    explorers.steady_forms,
    explorers.put_words_behind,
    explorers.say_what_it_takes,
    explorers.offer_links,
    live_charts.offer_life,
    explorers.sum_up_bets,
    tables.bare_cells,
    tables.no_empty_headers,
    tables.label_stacked_cells,
    tables.box_wide_tables,
    color_scheme.colours_first,
    head.title_once,
    head.icon_said,
    noscript.add_noscript_style,
    scripts.hold_nothing_up,
    scripts.add_scripts,
    later.put_off,
    blanks.drop_blanks,
    csp.add_policy,
)


def rewrite(
    html: str,
    han: str = "",
    places: Mapping[str, str] = MappingProxyType({}),
    marked: Mapping[str, str] = MappingProxyType({}),
    folded: str = "",
    said: Mapping[str, str] = MappingProxyType({}),
    runs: bool = False,
) -> str:
    """Return the page after all passes; what is not a page comes back as it is.

    Parameters
    ----------
    html : str
        The page as Sphinx has rendered it.
    han : str
        The language of words in Chinese characters; without it they are not marked.
    places : mapping of str to str
        Where, from this page, which places are at home; see `passes.homes`.
    marked : mapping of str to str
        Classes of articles that have something; see `passes.marks`.
    folded : str
        How the headings of sections begin that are folded; see `passes.folds`.
    said : mapping of str to str
        What the terms of the glossary mean; see `passes.terms`.
    runs : bool
        Whether cells may be run in the page; see `runtime`.

    Examples
    --------
    >>> rewrite("<p>a part of a page</p>")
    '<p>a part of a page</p>'
    """
    if "<html" not in html[:2000]:
        return html
    soup = terms.open_in_place(folds.fold_sections(parse(html), folded), said)
    for step in PASSES:
        soup = step(soup)
    soup = offers.add_offer(soup) if runs else soup
    soup = marks.mark_article(homes.send_home(soup, places), marked)
    return write(languages.mark(soup, han) if han else soup)


def install(app) -> None:
    """Wrap the builder's template rendering (Sphinx's ``builder-inited``)."""
    if app.builder.format != "html" or not hasattr(app.builder, "templates"):
        return
    render = app.builder.templates.render
    start = notfound.root(app.config.html_baseurl)
    han, homes_of = app.config.livepage_han_language, app.config.livepage_homes
    marked, folded = app.config.livepage_marks, app.config.livepage_folded
    runs = building.is_on(app.config)

    def render_page(template: str, context: dict) -> str:
        name = context["pagename"]
        places = {
            place: app.builder.get_relative_uri(name, home) for place, home in homes_of.items()
        }
        said = terms.definitions(app)
        page = rewrite(render(template, context), han, places, marked, folded, said, runs)
        return notfound.absolute(page, start) if name == notfound.NAME else page

    app.builder.templates.render = render_page
