"""Chapter 4.6: by what means Russia acted in each crisis, as a matrix whose cells are read."""

from markupsafe import Markup

from crisis_paths.argument.observations import Degree, observed
from crisis_paths.cases.casebook import means
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.i18n import _
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.marks import soft_title
from crisis_paths.words import slug
from explorers.explorer import Explorer
from explorers.matrix import Cell, matrix_explorer
from explorers.outputs import joined, table
from explorers.parts import folded

# In the order of what they cost and risk, as this book sees it; the article gives no order.
MEANS = {
    "statement": lambda: _("Words in public"),
    "talks": lambda: _("Talks and visits"),
    "money": lambda: _("Money"),
    "exercise": lambda: _("Military exercise"),
    "forces_ready": lambda: _("Forces made ready"),
    "forces_sent": lambda: _("Forces sent at the state’s request"),
    "military_operation": lambda: _("Military operation"),
}


def degree_words(case: str) -> str:
    """Return how strongly Russia intervened, as the article has it.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Examples
    --------
    >>> degree_words("kyrgyzstan_2020"), degree_words("ukraine_2013")
    ('none', 'not coded')
    """
    return {
        Degree.NONE: _("none"),
        Degree.LIMITED: _("limited"),
        Degree.STRONG: _("strong"),
        None: _("not coded"),
    }[observed(case, Actor.HEGEMON)]


def _when(event: dict[str, str]) -> str:
    return in_words(event["date_start"], event["date_end"])


def _cell(case: Case, name: str) -> Cell:
    found, label = means(case.id).get(name, ()), MEANS[name]()
    value = f"{slug(name)}-{slug(case.id)}"
    heard = _("{means}, {case}").format(means=label, case=case.title)
    if not found:
        none = _("{means}, {case}: the article dates nothing of this kind.")
        return Cell(value, heard, "–", none.format(means=label, case=case.title))
    counted = _("{means}, {case}. Dated events: {count}.")
    item = Markup("<li><b>{when}</b> {event} <small>{section}</small></li>")
    told = Markup('<ul class="matrix-list">{}</ul>').format(
        joined(
            item.format(
                when=_when(event),
                event=_(event["event"]),
                section=_("Section {number}").format(number=event["section"]),
            )
            for event in found
        )
    )
    said = counted.format(means=label, case=case.title, count=len(found))
    return Cell(value, heard, str(len(found)), said, told)


def means_matrix() -> Explorer:
    """Return a matrix of means by crises; a cell counts dated events, and its card tells them.

    Examples
    --------
    >>> print(means_matrix().text.splitlines()[1])
    Kyrgyzstan 2020 | none | Words in public: 6 October 2020, October 2020 to November 2020
    """
    line = _("{means}: {dates}")
    listed = [
        (
            case.title,
            degree_words(case.id),
            [
                line.format(means=MEANS[name](), dates=", ".join(map(_when, means(case.id)[name])))
                for name in MEANS
                if name in means(case.id)
            ],
        )
        for case in TABLE_2.values()
    ]
    item = Markup("<li>{}</li>")
    heads = (_("Crisis"), _("Coded as"), _("By what means, and when"))
    rows = (
        (title, degree, Markup("<ul>{}</ul>").format(joined(map(item.format, lines))))
        for title, degree, lines in listed
    )
    return matrix_explorer(
        "means",
        _("By what means Russia acted in each crisis"),
        _("Which means, in which crisis?"),
        [soft_title(case.title) for case in TABLE_2.values()],
        [(MEANS[name](), [_cell(case, name) for case in TABLE_2.values()]) for name in MEANS],
        hint=_("Choose a cell to read what the article reports."),
        foot=[(_("Coded as"), [degree_words(case) for case in TABLE_2])],
        alternative=folded(
            _("The same in a table, crisis by crisis"), table(heads, rows, kind="means")
        ),
        text="\n".join(" | ".join((t, degree, "; ".join(lines))) for t, degree, lines in listed),
    )
