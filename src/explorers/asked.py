"""A form that Python answers in the page: what is asked there, and what is said to it.

The form is kept as a template behind a button that the publisher makes; where no Python runs there
is neither. A function of the book takes the fields and the value of the button that was pressed,
and returns a :class:`Reply`. `contract` describes the HTML.

Examples
--------
>>> from markupsafe import Markup
>>> form = asked_form("harbour:answered", "Ask the harbour", Markup('<input name="tide">'))
>>> print(form.html)  # doctest: +ELLIPSIS
<template class="asked-form" data-call="harbour:answered" data-offer="Ask the harbour"...>
>>> Reply(said="Deep enough.").files
()
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from explorers.outputs import Page, joined

Fields = Mapping[str, "str | list[dict[str, object]]"]
"""A text by name; a field for files has a list of them: ``name``, ``size`` and ``content``."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that the reader may save.

    Attributes
    ----------
    name : str
        What it is called.
    content : bytes
        What is in it.
    type : str
        Its media type.
    """

    name: str
    content: bytes
    type: str = "text/csv"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a form is answered.

    Attributes
    ----------
    said : str
        What is announced: one sentence.
    html : str
        What is shown under the form; whatever a person gave is escaped in it.
    files : tuple of File
        What may be saved.
    fields : mapping of str to str
        New values of fields.
    parts : mapping of str to str
        New HTML of parts of the form, by their ``data-part``.
    link : str
        What stands after the # of a link to what was asked; empty for none.
    """

    said: str
    html: str = ""
    files: tuple[File, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    link: str = ""


def asked_form(call: str, offer: str, body: Markup, kept: Iterable[str] = ()) -> Page:
    """Return a form that a function answers where Python runs in the page.

    Parameters
    ----------
    call : str
        The function, as ``module:name``.
    offer : str
        What the button that opens the form says.
    body : Markup
        Its fields and buttons; a button has the name ``asked``.
    kept : iterable of str
        Names that may stand in an address; by them the form is asked ``open`` as it opens.
    """
    told = 'class="asked-form" data-call="{}" data-offer="{}" data-kept="{}"'
    made = Markup(f"<template {told}>{{}}</template>").format(call, offer, " ".join(kept), body)
    return Page(made, offer)


def button(value: str, label: str) -> Markup:
    """Return a button that asks something.

    Examples
    --------
    >>> print(button("solve", "Solve"))
    <button type="submit" name="asked" value="solve">Solve</button>
    """
    return Markup('<button type="submit" name="asked" value="{}">{}</button>').format(value, label)


def buttons(*pairs: tuple[str, str]) -> Markup:
    """Return several buttons on a line."""
    return Markup('<p class="asked-buttons">{}</p>').format(joined(button(*pair) for pair in pairs))


def labelled(label: str, control: Markup) -> Markup:
    """Return a control under its label."""
    return Markup('<label class="asked-field"><span>{}</span> {}</label>').format(label, control)


def area(name: str, rows: int = 6, text: str = "") -> Markup:
    """Return a field for several lines.

    Examples
    --------
    >>> print(area("sheet", 2, "<a>"))
    <textarea name="sheet" rows="2" spellcheck="false" wrap="off">&lt;a&gt;</textarea>
    """
    says = '<textarea name="{}" rows="{}" spellcheck="false" wrap="off">{}</textarea>'
    return Markup(says).format(name, rows, text)


def choose(name: str, options: Mapping[str, str], value: str = "") -> Markup:
    """Return a list to choose from.

    Examples
    --------
    >>> print(choose("level", {"easy": "easy"}, "easy"))
    <select name="level"><option value="easy" selected>easy</option></select>
    """
    one = Markup('<option value="{}"{}>{}</option>')
    chosen = {value: Markup(" selected")}
    made = (one.format(key, chosen.get(key, ""), say) for key, say in options.items())
    return Markup('<select name="{}">{}</select>').format(name, joined(made))


def typed(name: str, value: str = "", kind: str = "text", **more: object) -> Markup:
    """Return a field for a line, a number or a file.

    Examples
    --------
    >>> print(typed("count", "20", "number", min=1))
    <input name="count" type="number" value="20" min="1">
    """
    rest = joined(Markup(' {}="{}"').format(key, one) for key, one in more.items())
    return Markup('<input name="{}" type="{}" value="{}"{}>').format(name, kind, value, rest)


def files_of(fields: Fields, name: str) -> list[dict[str, object]]:
    """Return the files that a field holds, if any were chosen.

    Examples
    --------
    >>> files_of({"sheet": [{"name": "", "content": b"", "size": 0}]}, "sheet")
    []
    """
    found = fields.get(name, [])
    return [one for one in found if one["name"]] if isinstance(found, list) else []


def text_of(fields: Fields, name: str, otherwise: str = "") -> str:
    """Return the text that a field holds."""
    found = fields.get(name, otherwise)
    return found if isinstance(found, str) else otherwise
