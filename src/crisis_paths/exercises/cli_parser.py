"""Parse what is typed after ``crisis-exercises``, and say what its help says.

Examples
--------
>>> typed = "make --seed spring --out set --kinds code,flip"
>>> given = parser().parse_args(typed.split())
>>> given.job, given.seed, given.kinds, given.count
('make', 'spring', ('code', 'flip'), None)
"""

import argparse

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.generate import LEVELS, MOST
from crisis_paths.i18n import _

MAKE, ASSIGNMENT = 40, 12
"""How many exercises a set, and an assignment, has where no count is given."""


class Parser(argparse.ArgumentParser):
    """Say in one sentence what is wrong with what was typed."""

    def error(self, message: str) -> None:
        """Raise the sentence."""
        says = _("{message}; see {command} --help.")
        raise CrisisPathsError(says.format(message=message, command=self.prog))


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``make``, ``assignment``, ``check`` and ``phrases``."""
    command = Parser(
        prog="crisis-exercises",
        description=_(
            "Makes exercises on invented states, with their keys, for a class on crises. The same"
            " seed gives the same exercises again, so a seed is all that has to be kept."
        ),
        epilog=_(
            "The sentences of the package are public, and with them the key of every set. For"
            " graded work write sentences of your own: crisis-exercises phrases my-phrases.csv"
        ),
    )
    jobs = command.add_subparsers(dest="job", required=True, metavar=_("what to do"))
    _make(jobs)
    _assignment(jobs)
    _check(jobs)
    _phrases(jobs)
    return command


def _job(jobs, name: str, help: str) -> argparse.ArgumentParser:
    return jobs.add_parser(name, help=help, description=help)


def _make(jobs) -> None:
    systems = _("write a set for Moodle, Canvas, Brightspace, other systems, nbgrader and paper")
    job = _job(jobs, "make", systems)
    _seed(job)
    job.add_argument("--out", required=True, metavar=_("FOLDER"), help=_("a new folder"))
    _set(job, _("how many exercises, 1 to {most}; {usual} if left out"), MAKE)


def _assignment(jobs) -> None:
    job = _job(jobs, "assignment", _("write an assignment for nbgrader into a course folder"))
    _seed(job)
    job.add_argument("--name", required=True, metavar=_("NAME"), help=_("its name, as ps1"))
    job.add_argument(
        "--out",
        required=True,
        metavar=_("COURSE"),
        help=_("a new folder, or a course that this command made before"),
    )
    _set(job, _("how many exercises, 1 to {most}; {usual} if left out"), ASSIGNMENT)


def _check(jobs) -> None:
    job = _job(
        jobs,
        "check",
        _("grade a folder of submitted notebooks by the letters in them; nothing is run here"),
    )
    job.add_argument(
        "submissions",
        metavar=_("SUBMISSIONS"),
        help=_("a folder with a notebook a student (ana.ipynb), or nbgrader’s (ana/ps1/ps1.ipynb)"),
    )
    _seed(job)
    job.add_argument(
        "--out", required=True, metavar=_("FILE"), help=_("a new file for the points, grades.csv")
    )
    job.add_argument(
        "--name", metavar=_("NAME"), help=_("which assignment, if the folder has more than one")
    )
    job.add_argument(
        "--autograded",
        action="store_true",
        help=_(
            "grade what nbgrader autograde has run in the course SUBMISSIONS, and give nbgrader"
            " the points"
        ),
    )
    job.add_argument(
        "--separator",
        choices=(",", ";"),
        default=",",
        help=_("what parts the columns; Excel in German, say, wants ';' (and writes 0,5)"),
    )
    _set(job, _("only if the notebooks no longer say how many exercises they have"), None)


def _phrases(jobs) -> None:
    job = _job(jobs, "phrases", _("start a file of sentences of your own, or check one"))
    job.add_argument("file", metavar=_("FILE"), help=_("the file, a table in CSV"))
    job.add_argument("--check", action="store_true", help=_("say what is wrong with the file"))


def _seed(job: argparse.ArgumentParser) -> None:
    job.add_argument(
        "--seed",
        required=True,
        metavar=_("WORDS"),
        help=_("any words; keep them to yourself: anybody who has them can make the key"),
    )


def _set(job: argparse.ArgumentParser, how_many: str, usual: int | None) -> None:
    if usual:
        kinds = _("which kinds, with commas between: {kinds}; all if left out")
        level = _("how hard: {levels}; mixed if left out")
    else:  # the notebooks say so themselves
        kinds = _("which kinds, if --count is needed: {kinds}")
        level = _("how hard, if --count is needed: {levels}")
    job.add_argument(
        "--count",
        type=int,
        metavar=_("NUMBER"),
        help=how_many.format(most=MOST, usual=usual),
    )
    job.add_argument(
        "--kinds",
        type=_listed,
        metavar=_("KINDS"),
        help=kinds.format(kinds=",".join(ExerciseKind)),
    )
    job.add_argument(
        "--level",
        metavar=_("LEVEL"),
        help=level.format(levels=", ".join(LEVELS)),
    )
    job.add_argument(
        "--phrases", metavar=_("FILE"), help=_("your own file of sentences, for graded work")
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (kind.strip() for kind in text.split(","))))
