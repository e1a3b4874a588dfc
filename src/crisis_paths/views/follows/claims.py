"""Chapter 6: the abstract's claims, and what each of its two languages carries."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from crisis_paths.follows.claims import CLAIMS, Claims, read_in
from crisis_paths.framework.rules import Standing
from crisis_paths.i18n import _
from crisis_paths.views.kit.rule_table import standing_label
from explorers.outputs import Page, joined, table
from explorers.parts import folded

NOTED = Markup("{}<br><small>{}</small>")


def sayings(said: Iterable[tuple[str, Markup]]) -> Markup:
    """Return what is said and where; a list where it is more than one thing.

    Parameters
    ----------
    said : iterable of (str, Markup)
        What is said, and where it stands.

    Examples
    --------
    >>> sayings([("It rains.", Markup("section 1"))])
    Markup('It rains.<br><small>section 1</small>')
    """
    said = tuple(said)
    if len(said) == 1:
        return NOTED.format(*said[0])
    item = Markup("<li>{} <small>{}</small></li>")
    return Markup("<ul>\n{}\n</ul>").format(joined(item.format(*pair) for pair in said))


def _tongue(claim: Mapping[str, str]) -> str:
    names = {"zh": _("Chinese only"), "en": _("English only"), "both": _("both languages")}
    return names[claim["language"]]


def claim_list(claims: Claims) -> Markup:
    """Return claims of the abstract, each with a link to its row, its language and its standing.

    Parameters
    ----------
    claims : tuple of mappings
        Rows of the table ``multivector``.

    Examples
    --------
    >>> claim_list((CLAIMS["mv-title"],)).striptags().rpartition("mv-title")[2]
    ' · English only · stated'
    """
    place = Markup('<a href="#claim-{}">{}</a> · {} · <span class="standing">{}</span>')
    stated = standing_label(Standing.STATED)
    names = ((claim, claim["claim_id"]) for claim in claims)
    return sayings(
        (_(c["claim"]), place.format(name, name, _tongue(c), stated)) for c, name in names
    )


def marked(claims: Claims) -> Markup:
    """Return claims of the abstract as running text, each with its standing as a link to its row.

    Parameters
    ----------
    claims : tuple of mappings
        Rows of the table ``multivector``.

    Examples
    --------
    >>> str(marked((CLAIMS["mv-title"],))).rpartition(" <small>")[2]
    '<a href="#claim-mv-title">stated</a></small>'
    """
    one = Markup('{} <small><a href="#claim-{}">{}</a></small>')
    stated = standing_label(Standing.STATED)
    return Markup(" ").join(one.format(_(c["claim"]), c["claim_id"], stated) for c in claims)


def claims_table() -> Page:
    """Return every claim of the abstract, folded away, each with an id to link to.

    Examples
    --------
    >>> claims_table().text.splitlines()[-1].split(" | ")[0]
    'mv-great-power-game'
    """
    periods = {
        "before_2022": _("before the conflict"),
        "since_2022": _("since the conflict"),
        "outlook": _("outlook"),
        "both": _("throughout"),
    }
    lines = [
        (name, _(claim["claim"]), periods[claim["period"]], _tongue(claim))
        for name, claim in CLAIMS.items()
    ]
    heads = (_("Name"), _("What it says"), _("Of what time"), _("Language"))
    listed = table(heads, lines, ids=(f"claim-{name}" for name in CLAIMS))
    summary = _("All {count} claims of the abstract").format(count=len(CLAIMS))
    return Page(folded(summary, listed), "\n".join(" | ".join(line) for line in lines))


def _carried() -> str:
    """Say how many claims each language carries."""
    words = _(
        "The abstract makes {all} claims: {zh} of them in Chinese, {en} in English, {both} in"
        " both. These stand in one only:"
    )
    counts = {name: len(read_in(name)) for name in ("zh", "en", "both")}
    return words.format(all=len(CLAIMS), **counts)


def differences() -> Page:
    """Return every claim in which the Chinese and the English differ, and how.

    Examples
    --------
    >>> differences().text.splitlines()[0].split(" | ")[1]
    'English only'
    """
    found = [claim for claim in CLAIMS.values() if claim["difference"]]
    one = [claim for claim in found if claim["language"] != "both"]
    both = [claim for claim in found if claim["language"] == "both"]
    heads = (_("Claim, and who makes it"), _("How the two differ"))
    alone, shaded = (
        table(heads, [(NOTED.format(_(c["claim"]), _tongue(c)), _(c["difference"])) for c in some])
        for some in (one, both)
    )
    summary = _("{count} more that both make, in other words").format(count=len(both))
    return Page(
        Markup("<p>{}</p>{}{}").format(_carried(), alone, folded(summary, shaded)),
        "\n".join(
            " | ".join((_(c["claim"]), _tongue(c), _(c["difference"]))) for c in (*one, *both)
        ),
    )
