"""A plug-in of the bibliography is looked for once."""

from pybtex import plugin

from livepage.config.citations import remember_plugins


def test_a_plugin_is_found_once_and_is_the_same(monkeypatch):
    asked = []

    def find(group, name=None, filename=None):
        asked.append((group, name))
        return object()

    monkeypatch.setattr(plugin, "find_plugin", find)
    for _time in range(2):
        remember_plugins(None, None)
    first, again = (plugin.find_plugin("pybtex.backends", "plaintext") for _time in range(2))
    other = plugin.find_plugin("pybtex.backends", "html")
    assert first is again is not other
    assert asked == [("pybtex.backends", "plaintext"), ("pybtex.backends", "html")]
