"""Which modules a code asks for, read from the code itself."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

_STATEMENT = re.compile(
    r"^[ ]*(?:import[ ][^\n]+|from[ ][\w.]+[ ]import[ ](?:\([^)]*\)|[^(\n]+))$", re.M
)
# conditions that do not hold in an import, nor in a browser
_NEVER = re.compile(r"TYPE_CHECKING|__main__|platform == 'win32'")
_LATER = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def asked(source: str, module: str = "", *, package: bool = False, later: bool = True) -> set[str]:
    """Return the modules that a module's code names in its imports.

    What is imported from a package may be a module as well as a name: both are given.

    Parameters
    ----------
    source : str
        The code.
    module : str
        Its own dotted name, for imports that begin with a dot.
    package : bool
        Whether it is a package's ``__init__``.
    later : bool
        Whether imports inside functions count, which are made only when these are called.

    Examples
    --------
    >>> sorted(asked("import os.path as p, re\\nfrom json import loads"))
    ['json', 'json.loads', 'os.path', 're']
    >>> sorted(asked("from . import b\\nfrom .c import d", "a", package=True))
    ['a', 'a.b', 'a.c', 'a.c.d']
    >>> asked("def f():\\n    import re", later=False)
    set()
    """
    here = module.split(".") if package else module.split(".")[:-1]
    found: set[str] = set()
    for node in _nodes(_parsed(source, later), later):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            up = here[: len(here) - node.level + 1] if node.level else []
            base = ".".join([*up, *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return found


def _parsed(source: str, later: bool) -> ast.Module:
    """Return a code's tree; of one in a newer Python than ours, its imports alone."""
    try:
        return ast.parse(source)
    except SyntaxError:
        tree = ast.Module([], [])
        for statement in _STATEMENT.findall(source):
            with suppress(SyntaxError):  # words that only look like one
                if later or not statement.startswith(" "):
                    tree.body += ast.parse(statement.strip()).body
        return tree


def _nodes(tree: ast.Module, later: bool) -> Iterator[ast.AST]:
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, ast.If) and _NEVER.search(ast.unparse(node.test)):
            todo += node.orelse
        elif not later and isinstance(node, ast.ExceptHandler) and _lacks(node):
            continue  # what stands in for a module in C
        elif later or not isinstance(node, _LATER):
            todo += ast.iter_child_nodes(node)


def _lacks(node: ast.ExceptHandler) -> bool:
    return node.type is not None and "ImportError" in ast.unparse(node.type)


def above(name: str) -> Iterator[str]:
    """Yield a module's name and those of the packages around it.

    Examples
    --------
    >>> list(above("a.b.c"))
    ['a', 'a.b', 'a.b.c']
    """
    parts = name.split(".")
    return (".".join(parts[: end + 1]) for end in range(len(parts)))


def closure(first: Iterable[str], names: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the modules that some ask for, and those that these ask for, and so on.

    Parameters
    ----------
    first : iterable of str
        Where to begin.
    names : callable
        What a module asks for; nothing of one that is not known.

    Examples
    --------
    >>> sorted(closure(["a.b"], {"a": ["c"], "a.b": [], "c": ["a"]}.get))
    ['a', 'a.b', 'c']
    """
    found: set[str] = set()
    todo = [one for name in first for one in above(name)]
    while todo:
        name = todo.pop()
        known = None if name in found else names(name)
        if known is not None:
            found.add(name)
            todo += [one for other in known for one in above(other)]
    return found
