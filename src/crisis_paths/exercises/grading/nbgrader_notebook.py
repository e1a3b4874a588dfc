"""Write a set of exercises as a notebook for nbgrader; it holds neither key nor rubric."""

from collections.abc import Mapping, Sequence

from crisis_paths.exercises.grading.nbgrader_cells import cells
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.recipe import LABEL
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    from nbformat.v4 import new_notebook, writes_json

_KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def source_notebook(exercises: Sequence[Exercise], label: Mapping) -> bytes:
    """Return what nbgrader's folder ``source`` takes.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    label : mapping
        What the notebook says of its set, from
        :meth:`crisis_paths.exercises.make.recipe.Recipe.label`.
    """
    notebook = new_notebook(cells=cells(exercises), metadata=_KERNEL | {LABEL: dict(label)})
    notebook.nbformat_minor = 5
    return (writes_json(notebook) + "\n").encode()
