"""Buttons that run a chapter elsewhere, only where it would run.

Binder fetches the whole repository. Colab opens a single notebook in a machine of its own: unless
the notebook says where its package is fetched from, it would fail at its first line.
"""

from pathlib import Path

ALONE = {"Colab"}  # services that open the notebook and nothing else
GROUP = "launch-buttons"


def says_where(notebook: str, repository: str) -> bool:
    """Say whether the notebook's text names its repository."""
    return bool(repository) and repository in notebook


def offer_what_runs(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Drop the buttons of services that could not run this page (``html-page-context``)."""
    groups = [b for b in context.get("header_buttons", []) if b.get("label") == GROUP]
    if not groups:
        return
    source = Path(app.env.doc2path(pagename))
    repository = app.config.html_theme_options.get("repository_url", "")
    if source.is_file() and says_where(source.read_text("utf-8"), repository):
        return
    for group in groups:
        group["buttons"] = [b for b in group["buttons"] if b["text"] not in ALONE]
        if not group["buttons"]:
            context["header_buttons"].remove(group)
