"""The columns of a phrase bank, as an instructor meets them who writes one."""

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.tables.reading import folder
from crisis_paths.tables.schema import codebook
from explorers.outputs import Page, table


def phrase_columns() -> Page:
    """Return what each column of a phrase bank says and what may stand in it, by the codebook.

    Examples
    --------
    >>> print(phrase_columns().text.splitlines()[5].split(" | ")[2])
    more, less; may be empty
    """
    empty = _("{words}; may be empty")
    lines = []
    for field in codebook(folder())["phrases"].fields:
        words = ", ".join(field.enum) or _("text")
        allowed = words if field.required else empty.format(words=words)
        lines.append((field.name, _(field.description), allowed))
    code = Markup("<code>{}</code>")
    heads = (_("Column"), _("What it says"), _("Allowed"))
    return Page(
        table(heads, [(code.format(name), *others) for name, *others in lines]),
        "\n".join(" | ".join(line) for line in lines),
    )
