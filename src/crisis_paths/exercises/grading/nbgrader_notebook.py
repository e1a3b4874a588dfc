"""A set of exercises as a notebook for nbgrader: the instructor's version, its key, its rubric.

Students fill in a letter. A test cell checks in the open whether it is one of the letters, and
out of sight what it earns: that part asks a module that stands elsewhere, so that neither the
students' notebook nor nbgrader's feedback holds a key. Open questions are graded by hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from pprint import pformat

from crisis_paths.exercises.grading.credit import credit
from crisis_paths.exercises.grading.nbgrader_cells import cells, listed, marked
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.exercises.make.recipe import LABEL
from crisis_paths.exercises.make.text_layout import reading
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    from nbformat.v4 import new_notebook, writes_json

_KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def source_notebook(exercises: Sequence[Exercise], name: str, label: Mapping) -> bytes:
    """What does nbgrader's ``source`` folder take? The instructor's version, answers filled in.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    name : str
        The assignment's name; the key is asked for in a module of that name.
    label : mapping
        What the notebook says of its set, from
        :meth:`crisis_paths.exercises.make.recipe.Recipe.label`.
    """
    notebook = new_notebook(cells=cells(exercises, name), metadata=_KERNEL | {LABEL: dict(label)})
    notebook.nbformat_minor = 5
    return (writes_json(notebook) + "\n").encode()


def key_module(exercises: Iterable[Exercise], name: str) -> bytes:
    """What do the hidden tests import? It needs nothing but Python, in a container as well."""
    earned = {
        number: credit(exercise) for number, exercise in enumerate(exercises, 1) if exercise.answers
    }
    says = _("The key of {name}: what each letter earns. Students must not get this file.")
    lines = (
        f'"""{says.format(name=name)}"""',
        "\n\ndef points(number, answer):",
        '    """What does this answer to the exercise of this number earn?"""',
        "    return EARNED[number].get(answer.strip().upper(), 0.0)",
        "\n\nEARNED = (",
        pformat(earned, width=96, sort_dicts=False),
        ")\n",
    )
    return "\n".join(lines).encode()


def rubric(exercises: Iterable[Exercise], name: str) -> bytes:
    """What does the one who grades the open questions keep beside them? A page of Markdown."""
    parts = ["# " + _("{name}: what a good answer does").format(name=name)]
    for number, exercise in enumerate(exercises, 1):
        if exercise.rubric:
            head = _("Exercise {number}, {points} points").format(
                number=number, points=len(exercise.rubric)
            )
            parts += [f"## {head}", *map(marked, reading(exercise)), listed(exercise.rubric)]
    return ("\n\n".join(parts) + "\n").encode()
