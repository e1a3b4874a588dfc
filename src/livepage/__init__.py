"""A Sphinx extension that makes a Jupyter Book's pages live, light, accessible and self-contained.

Name it in ``_config.yml`` (``sphinx: extra_extensions: [livepage]``). Charts and formulas are
drawn at build time, forms work without a script, and no page asks another host for anything. It
knows nothing of any book's subject.

Its folders, in the order in which a build meets them:

- `config`: what is configured before the first page is read
- `running`: how notebooks are run, and which pages have to be read again
- `outputs`: what the outputs and formulas of a notebook become
- `passes`: the row of passes over each finished page, each in a module named for what it changes
- `site`: what belongs to the whole site: its search, its map, the picture beside a link to it
- `files`: the static files that the pages ask for
- `runtime`: Python in the page, where a book wants it
- `volume`: the whole book as one document for paper, made from the built pages
"""

from livepage import pages
from livepage.config import address, citations, launch, settings
from livepage.files import static
from livepage.outputs import mathematics
from livepage.running import execution, outdated, watch
from livepage.runtime import building
from livepage.site import index, notfound, opengraph, search, sitemap

__version__ = "1.0.0"


def setup(app) -> dict:
    """Register everything with Sphinx."""
    app.add_config_value("livepage_watch", ["src", "data"], "env", [list, tuple])
    # modules that kernels share: imported once, by the process that they are forked from
    app.add_config_value("livepage_preload", (), "", [list, tuple])
    # the picture beside a link to the book, within the site, and what it says
    app.add_config_value("livepage_card", "", "html", [str])
    app.add_config_value("livepage_card_words", "", "html", [str])
    # other names: a page, a place in it or none, and what readers may call it
    app.add_config_value("livepage_search_names", (), "env", [list, tuple])
    app.add_config_value("livepage_search_last", (), "html", [list, tuple])
    app.add_search_language(search.Language)
    # the language of words in Chinese characters, such as zh-Hans, if the book has another
    app.add_config_value("livepage_han_language", "", "html", [str])
    # for the beginning of a place's name the page that has such places
    app.add_config_value("livepage_homes", {}, "html", [dict])
    # a class for the article of each page that has something: the class, and its selector
    app.add_config_value("livepage_marks", {}, "html", [dict])
    # how the heading of a section begins that is folded under it
    app.add_config_value("livepage_folded", "", "html", [str])
    # whether readers may run cells that are tagged for it, in the page
    app.add_config_value("livepage_runtime", False, "html", [bool])
    # installed distributions, of Python alone, that such cells need beside the watched folders
    app.add_config_value("livepage_runtime_packages", (), "html", [list, tuple])
    # not for the user: the version of what runs them, where it could be had
    app.add_config_value("livepage_runtime_there", "", "html", [str])
    # not for the user: a hash of livepage's own code, so that Sphinx reads all pages again
    app.add_config_value("livepage_inputs", "", "env", [str])
    # nor is this: one of what shapes pages as they are written, so that it writes them all again
    app.add_config_value("livepage_static", "", "html", [str])
    app.add_html_math_renderer(
        "mathml", (mathematics.visit_math, None), (mathematics.visit_displaymath, None)
    )
    app.connect("config-inited", settings.configure)
    app.connect("config-inited", address.configure)
    app.connect("config-inited", citations.remember_plugins)
    app.connect("config-inited", building.fetch)
    app.connect("config-inited", watch.key_execution_cache)
    app.connect("env-get-outdated", outdated.read_again)
    app.connect("env-before-read-docs", execution.run_side_by_side)
    # late: sections get their numbers at env-get-updated
    app.connect("env-get-updated", outdated.write_again, priority=900)
    # early: templates exist and no page is rendered yet
    app.connect("builder-inited", pages.install)
    app.connect("builder-inited", search.install)
    app.connect("builder-inited", index.install)
    app.connect("doctree-read", search.add_names)
    # late: when all have put in what readers may look for
    app.connect("doctree-read", index.note, priority=900)
    app.connect("html-collect-pages", notfound.pages)
    # after the theme has laid out its buttons
    app.connect("html-page-context", launch.offer_what_runs, priority=900)
    app.connect("html-page-context", opengraph.add_tags)
    app.connect("build-finished", sitemap.write)
    app.connect("build-finished", search.write)
    app.connect("build-finished", building.write)
    # late: the theme writes its own colours for code at build-finished
    app.connect("build-finished", static.finish, priority=900)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
