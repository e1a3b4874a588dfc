"""The codebook: what stands in each table, and the table itself to download."""

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.tables.reading import folder, rows
from crisis_paths.tables.schema import Field, Table, codebook
from explorers.outputs import Page, joined, table

SHOWN = 15  # allowed values that are listed


def _allowed(field: Field) -> str:
    """Say what may stand in a field."""
    words = {
        "boolean": _("true or false"),
        "integer": _("a whole number"),
        "number": _("a number"),
        "string": _("text"),
    }[field.type]
    if field.format == "partial-date":
        words = _("a date: year, month or day")
    if field.enum:
        words = ", ".join(field.enum[:SHOWN])
    return words if field.required else _("{words}; may be empty").format(words=words)


def _markdown(resource: Table, file: str, attributes: str = "") -> str:
    """Return one table in Markdown: title, file, what it holds, and its fields."""
    head = _("**{title}**, {count} rows: {file}").format(
        title=_(resource.title), count=len(rows(resource.name)), file=file
    )
    lines = [head, "", _(resource.description), "", *filter(None, [attributes])]
    lines += [
        "| {} | {} | {} |".format(_("field"), _("what it says"), _("allowed")),
        "|---|---|---|",
    ]
    lines += [
        f"| `{field.name}` | {_(field.description)} | {_allowed(field)} |"
        for field in resource.fields
    ]
    return "\n".join(lines)


def codebook_text() -> str:
    """Return the codebook in Markdown, to be read beside the tables.

    Examples
    --------
    >>> print(codebook_text()[:28])
    **Cases**, 8 rows: cases.csv
    """
    return "\n\n".join(
        _markdown(resource, f"{resource.name}.csv") for resource in codebook(folder()).values()
    )


def codebook_page(downloads: str) -> Page:
    """Return every table with its fields and, in a built page, a link to its file.

    Parameters
    ----------
    downloads : str
        The folder of the tables, from the page where this stands.

    Examples
    --------
    >>> "events" in codebook_page("../../data").text
    True
    """
    tables = codebook(folder()).values()
    return Page(
        joined(
            Markup("<h3>{title}</h3><p>{description}</p>{fields}").format(
                title=_(resource.title),
                description=_(resource.description),
                fields=table(
                    (_("field"), _("what it says"), _("allowed")),
                    (
                        (Markup("<code>{}</code>").format(f.name), _(f.description), _allowed(f))
                        for f in resource.fields
                    ),
                ),
            )
            for resource in tables
        ),
        "\n".join(
            "{name}: {fields}".format(
                name=resource.name, fields=", ".join(field.name for field in resource.fields)
            )
            for resource in tables
        ),
        "\n\n".join(
            _markdown(resource, f"{{download}}`{name} <{downloads}/{name}>`", "{.stack}")
            for resource in tables
            for name in [f"{resource.name}.csv"]
        )
        + "\n",
    )
