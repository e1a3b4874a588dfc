"""How citations are looked up."""

from functools import cache


def remember_plugins(app, config) -> None:
    """Find each plug-in of the bibliography once (Sphinx's ``config-inited``).

    For each citation pybtex reads anew what all installed packages offer: a twentieth of a build.
    """
    try:
        from pybtex import plugin
    except ImportError:  # a book without a bibliography needs no pybtex
        return
    if not hasattr(plugin.find_plugin, "cache_info"):
        plugin.find_plugin = cache(plugin.find_plugin)
