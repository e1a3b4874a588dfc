"""Say in more than one way what one may answer.

Each form is a whole: all answers to a question come in the same form, so that none stands out.

Examples
--------
>>> from crisis_paths.exercises.make.vignettes import Setting
>>> names = {"state": "Arvelle", "hegemon": "Brannor", "rival": "Ambrel"}
>>> ending(Setting("continued", "strong", True), 2, names)
'The external powers hold back, and Brannor hardly has to act; the crisis is manageable'
>>> flips(1, names)[:2]
('The balance alone', 'The perception alone')
"""

from collections.abc import Mapping

from crisis_paths.exercises.make.vignettes import Setting
from crisis_paths.framework.paths import ExternalWill, HegemonResponse
from crisis_paths.framework.variables import Control
from crisis_paths.i18n import N_, _

_FLIPS = (  # the balance, the perception, the turmoil, either of the first two, none
    (
        N_("A change of the balance, and no other"),
        N_("A change of the perception, and no other"),
        N_("A change from turmoil to calm or from calm to turmoil, and no other"),
        N_("Either the balance or the perception: each alone would do it"),
        N_("None: no single one of the three changes would do it"),
    ),
    (
        N_("The balance alone"),
        N_("The perception alone"),
        N_("The turmoil, or its absence, alone"),
        N_("The balance or the perception: one of the two is enough, whichever it is"),
        N_("None of the three"),
    ),
    (
        N_("Only {state}’s balance"),
        N_("Only {hegemon}’s perception"),
        N_("Only whether there is turmoil"),
        N_("{state}’s balance would be enough, and so would {hegemon}’s perception"),
        N_("Nothing that is changed alone"),
    ),
)

_CODINGS = (
    {
        Control.STRONG: N_("The balance is {balance}; the perception of control is strong"),
        Control.WEAK: N_("The balance is {balance}; the perception of control is weak"),
    },
    {
        Control.STRONG: N_("Balance: {balance}; perception of control: strong"),
        Control.WEAK: N_("Balance: {balance}; perception of control: weak"),
    },
    {
        Control.STRONG: N_("{state}’s balance is {balance}; {hegemon}’s perception is strong"),
        Control.WEAK: N_("{state}’s balance is {balance}; {hegemon}’s perception is weak"),
    },
)

_REDUCED, _RAISED = ExternalWill.REDUCED, ExternalWill.RAISED
_NONE, _LIMITED = HegemonResponse.LIMITED_OR_NONE, HegemonResponse.LIMITED
_SUPPORTING, _CONTENDING = HegemonResponse.SUPPORTING, HegemonResponse.CONTENDING
# By form and by whether there is turmoil: the sentence, and what stands in it.
_ENDINGS = {
    (0, True): (
        N_("The crisis is {verdict}: {will}, and {response}"),
        {
            _REDUCED: N_("the external powers become less willing to intervene"),
            _RAISED: N_("the external powers become more willing to intervene"),
            _NONE: N_("the hegemon does little or nothing"),
            _LIMITED: N_("the hegemon keeps its intervention limited"),
            _SUPPORTING: N_("the hegemon steps in more strongly, to support the state"),
            _CONTENDING: N_("the hegemon steps in more strongly, to contend with them"),
        },
    ),
    (0, False): (
        N_("The crisis would be {verdict}: {will}, and {response}"),
        {
            _REDUCED: N_("the external powers would be less willing to intervene"),
            _RAISED: N_("the external powers would be more willing to intervene"),
            _NONE: N_("the hegemon would do little or nothing"),
            _LIMITED: N_("the hegemon would keep its intervention limited"),
            _SUPPORTING: N_("the hegemon would step in more strongly, to support the state"),
            _CONTENDING: N_("the hegemon would step in more strongly, to contend with them"),
        },
    ),
    (1, True): (
        N_("{response}, {will}, and the crisis is {verdict}"),
        {
            _REDUCED: N_("the external powers are less inclined to step in"),
            _RAISED: N_("the external powers are more inclined to step in"),
            _NONE: N_("{hegemon} does little or nothing"),
            _LIMITED: N_("{hegemon} intervenes within limits"),
            _SUPPORTING: N_("{hegemon} intervenes more strongly, in aid of {state}"),
            _CONTENDING: N_("{hegemon} intervenes more strongly, to contend for {state}"),
        },
    ),
    (1, False): (
        N_("{response}, {will}, and the crisis would be {verdict}"),
        {
            _REDUCED: N_("the external powers would be less inclined to step in"),
            _RAISED: N_("the external powers would be more inclined to step in"),
            _NONE: N_("{hegemon} would do little or nothing"),
            _LIMITED: N_("{hegemon} would intervene within limits"),
            _SUPPORTING: N_("{hegemon} would intervene more strongly, in aid of {state}"),
            _CONTENDING: N_("{hegemon} would intervene more strongly, to contend for {state}"),
        },
    ),
    (2, True): (
        N_("{will}, and {response}; the crisis is {verdict}"),
        {
            _REDUCED: N_("The external powers hold back"),
            _RAISED: N_("The external powers press in"),
            _NONE: N_("{hegemon} hardly has to act"),
            _LIMITED: N_("{hegemon} limits what it does"),
            _SUPPORTING: N_("{hegemon} commits more, to help {state}"),
            _CONTENDING: N_("{hegemon} commits more, to stand up to them"),
        },
    ),
    (2, False): (
        N_("{will}, and {response}; the crisis would be {verdict}"),
        {
            _REDUCED: N_("The external powers would hold back"),
            _RAISED: N_("The external powers would press in"),
            _NONE: N_("{hegemon} would hardly have to act"),
            _LIMITED: N_("{hegemon} would limit what it does"),
            _SUPPORTING: N_("{hegemon} would commit more, to help {state}"),
            _CONTENDING: N_("{hegemon} would commit more, to stand up to them"),
        },
    ),
}


def coding(setting: Setting, form: int, names: Mapping[str, str]) -> str:
    """Return a coding of both variables as an answer.

    Parameters
    ----------
    setting : Setting
        What is coded.
    form : int
        In which way, 0 to ``FORMS - 1``.
    names : mapping of str to str
        Who is who.
    """
    template = _(_CODINGS[form][setting.control])
    return template.format(balance=_(setting.balance.value), **names)


def ending(setting: Setting, form: int, names: Mapping[str, str]) -> str:
    """Return what the framework predicts as an answer: the end, and who is drawn in.

    Parameters
    ----------
    setting : Setting
        For which setting.
    form : int
        In which way, 0 to ``FORMS - 1``.
    names : mapping of str to str
        Who is who.
    """
    path = setting.path
    sentence, parts = _ENDINGS[form, setting.turmoil]
    return _(sentence).format(
        verdict=path.verdict,
        will=_(parts[path.external_will]).format(**names),
        response=_(parts[path.hegemon_response]).format(**names),
    )


def flips(form: int, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the answers to which change flips: balance, perception, turmoil, either, none.

    Parameters
    ----------
    form : int
        In which way, 0 to ``FORMS - 1``.
    names : mapping of str to str
        Who is who.
    """
    return tuple(_(label).format(**names) for label in _FLIPS[form])
