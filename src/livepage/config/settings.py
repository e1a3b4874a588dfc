"""What livepage asks of the extensions around it, said once at ``config-inited``."""

HTML_BUILDERS = ("html", "dirhtml", "singlehtml")
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def mime_overrides(builders=HTML_BUILDERS) -> list[tuple[str, str, int | None]]:
    """Return the overrides that keep widget views, dead without a kernel, out of the pages.

    An explorer's cell carries its native HTML next to the widget view; a bare widget falls back
    to its text.

    Examples
    --------
    >>> mime_overrides(("html",))
    [('html', 'application/vnd.jupyter.widget-view+json', None)]
    """
    return [(builder, WIDGET_VIEW, None) for builder in builders]


def configure(app, config) -> None:
    """Adapt myst-nb, myst-parser and Sphinx; what the user has set stays in force."""
    config.nb_mime_priority_overrides = [*mime_overrides(), *config.nb_mime_priority_overrides]
    config.nb_ipywidgets_js = {}
    # no MathJax: its configuration and marker classes have nobody to read them
    config.myst_update_mathjax = False
    if "html_math_renderer" not in config._raw_config:
        config.html_math_renderer = "mathml"
