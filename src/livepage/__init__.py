"""A Sphinx extension that makes a Jupyter Book's pages live, light, accessible and self-contained.

Name it in ``_config.yml`` (``sphinx: extra_extensions: [livepage]``). Charts and formulas are
drawn at build time, forms work without a script, and no page asks another host for anything. It
knows nothing of any book's subject.

Modules, in the order in which a build meets them:

- `watch`, `settings`, `address`: what is configured before the first page is read
- `launch`, `quoting`, `notfound`, `sitemap`: what depends on where the book is published
- `execution`: notebooks run side by side, before their pages are read
- `charts`, `svg`, `mathematics`: what the outputs and formulas of a notebook become
- `pages`: the row of passes over each finished page; each pass in a module named for what it
  changes (`assets`, `links`, `icons`, `header`, `accessibility`, `explorers`, `tables`, `head`,
  `noscript`, `scripts`, `policy`, `languages`)
- `files`, `stylesheet`, `vega`: the static files that the pages ask for
"""

from livepage import (
    address,
    execution,
    files,
    launch,
    mathematics,
    notfound,
    pages,
    quoting,
    search,
    settings,
    sitemap,
    watch,
)

__version__ = "1.0.0"


def setup(app) -> dict:
    """Register everything with Sphinx."""
    app.add_config_value("livepage_watch", ["src", "data"], "env", [list, tuple])
    # the picture beside a link to the book, within the site, and what it says
    app.add_config_value("livepage_card", "", "html", [str])
    app.add_config_value("livepage_card_words", "", "html", [str])
    # other names: a page, a place in it or none, and what readers may call it
    app.add_config_value("livepage_search_names", (), "env", [list, tuple])
    app.add_config_value("livepage_search_last", (), "html", [list, tuple])
    app.add_search_language(search.Language)
    # the language of words in Chinese characters, such as zh-Hans, if the book has another
    app.add_config_value("livepage_han_language", "", "html", [str])
    # not for the user: a hash of the watched files, so that Sphinx reads all pages again
    app.add_config_value("livepage_inputs", "", "env", [str])
    # nor is this: one of the book's static files, so that it writes all pages again
    app.add_config_value("livepage_static", "", "html", [str])
    app.add_html_math_renderer(
        "mathml", (mathematics.visit_math, None), (mathematics.visit_displaymath, None)
    )
    app.connect("config-inited", settings.configure)
    app.connect("config-inited", address.configure)
    app.connect("config-inited", watch.key_execution_cache)
    app.connect("env-before-read-docs", execution.run_side_by_side)
    # early: templates exist and no page is rendered yet
    app.connect("builder-inited", pages.install)
    app.connect("builder-inited", search.install)
    app.connect("doctree-read", search.add_names)
    app.connect("html-collect-pages", notfound.pages)
    # after the theme has laid out its buttons
    app.connect("html-page-context", launch.offer_what_runs, priority=900)
    app.connect("html-page-context", quoting.add_tags)
    app.connect("build-finished", sitemap.write)
    app.connect("build-finished", search.write)
    # late: the theme writes its own colours for code at build-finished
    app.connect("build-finished", files.finish, priority=900)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
