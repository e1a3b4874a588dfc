"""Chapter 6: what the abstract calls the policy in every setting of its conditions."""

from itertools import product

from markupsafe import Markup

from crisis_paths.follows.claims import Attention, Hold, Partners, Policy
from crisis_paths.follows.multivector import Gap, Verdict, policy
from crisis_paths.i18n import _
from crisis_paths.views.follows.claims import claim_list, marked
from explorers.explorer import Explorer
from explorers.matrix import Cell, matrix_explorer
from explorers.outputs import table
from explorers.parts import card, folded, line


def _called(verdict: Verdict) -> str:
    """Say what the abstract calls a setting, in two sentences at most."""
    if verdict.policy is Policy.VISION:
        return _("The abstract calls it a vision. So it was before the conflict.")
    if verdict.policy is Policy.REALITY:
        return _("The abstract calls it a reality, by and large. So it is since the conflict.")
    return {
        Gap.APART: _(
            "The abstract does not say. It names the loosening and the attention together and"
            " does not take them apart."
        ),
        Gap.AHEAD: _(
            "The abstract does not say. It reports such steps after the loosening, and calls the"
            " firm hold a limit without saying that nothing could pass it."
        ),
        Gap.UNUSED: _(
            "The abstract does not say. It reports that the states used this opening; of a state"
            " that does not, it says nothing."
        ),
        Gap.PART: _(
            "The abstract does not say. It names three steps together and leaves open whether"
            " two would do."
        ),
    }[verdict.gap]


def _effects(verdict: Verdict) -> Markup:
    """Return benefits, risk and order as far as the abstract goes."""
    if verdict.policy is not Policy.REALITY:
        return line(_("It speaks of benefits, risk and stability only for the change as a whole."))
    topics = {"benefits": _("Benefits"), "risk": _("Risk"), "order": _("Stability")}
    return card((label, marked(verdict.effects(topic))) for topic, label in topics.items())


def _outer(hold: Hold, attention: Attention) -> str:
    return {
        (Hold.FIRM, Attention.AS_BEFORE): _("firm hold, no more attention"),
        (Hold.FIRM, Attention.MORE): _("firm hold, more attention"),
        (Hold.LOOSENED, Attention.AS_BEFORE): _("loosened hold, no more attention"),
        (Hold.LOOSENED, Attention.MORE): _("loosened hold, more attention"),
    }[hold, attention]


def _course(partners: Partners) -> str:
    return {
        Partners.RUSSIA_FIRST: _("Russia first"),
        Partners.OUTSIDE: _("Some distance, outside powers"),
        Partners.MIDDLE_EAST: _("Also the Middle East"),
    }[partners]


def _cell(verdict: Verdict) -> Cell:
    mark = {
        Policy.VISION: _("vision"),
        Policy.REALITY: _("reality"),
        Policy.UNDECIDED: "–",
    }[verdict.policy]
    label = _("{course}; {outer}").format(
        course=_course(verdict.partners), outer=_outer(verdict.hold, verdict.attention)
    )
    value = f"{verdict.partners}-{verdict.hold}-{verdict.attention}"
    return Cell(value, label, mark, _called(verdict), _effects(verdict))


def multivector_matrix() -> Explorer:
    """Return a matrix of the three conditions: what the abstract calls the policy in each cell.

    Examples
    --------
    >>> [line.rpartition(" | ")[2][:37] for line in multivector_matrix().text.splitlines()][:2]
    ['The abstract calls it a vision. So it', 'The abstract does not say. It names t']
    """
    outer = tuple(product(Hold, Attention))
    rows = [
        (_course(partners), [_cell(policy(*around, partners)) for around in outer])
        for partners in Partners
    ]
    cells = [cell for _name, found in rows for cell in found]
    lines = [(cell.label, cell.said) for cell in cells]
    found = [policy(*around, partners) for partners in Partners for around in outer]
    parts = [claim_list(verdict.rests_on) for verdict in found]
    head = (_("Setting"), _("The abstract"), _("What it says of the parts"))
    return matrix_explorer(
        "multivector",
        _("Vision or reality?"),
        _("Which course, around which conditions?"),
        [_outer(*around) for around in outer],
        rows,
        hint=_("Choose a cell. A dash means that the abstract does not say."),
        alternative=folded(
            _("Every cell in words, with what it rests on"),
            table(head, [(*line, part) for line, part in zip(lines, parts, strict=True)]),
        ),
        text="\n".join(map(" | ".join, lines)),
    )
