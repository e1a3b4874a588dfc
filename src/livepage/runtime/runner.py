"""What runs a cell in the page, as a notebook would: names are kept, and what is shown is told.

It travels to the page as it is and uses nothing but the standard library, so it runs here too.
"""

import ast
import builtins
import importlib
import io
import json
import linecache
import sys
import traceback
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict

MOST = 100_000  # characters of plain text that are shown
_CUT = "\n…"  # what was longer


class Told(io.TextIOBase):
    """Writes what is printed into the parts that a cell shows, in order."""

    def __init__(self, parts: list[dict[str, object]]) -> None:
        """Write into these parts."""
        self.parts = parts

    def writable(self) -> bool:
        """Say that it may be written to."""
        return True

    def write(self, text: str) -> int:
        """Add to the text that was printed last."""
        if not self.parts or self.parts[-1]["kind"] != "printed":
            self.parts.append({"kind": "printed", "text": ""})
        last = self.parts[-1]
        if len(last["text"]) < MOST:
            last["text"] = _short(last["text"] + text)
        return len(text)


def _short(text: str) -> str:
    return text if len(text) <= MOST else text[:MOST] + _CUT


def shown(value: object) -> dict[str, str]:
    """Return what a page shows of a value: HTML if it has any, else text.

    Examples
    --------
    >>> shown([1, 2])
    {'kind': 'text', 'text': '[1, 2]'}
    """
    if not isinstance(value, type):
        if hasattr(value, "_repr_mimebundle_"):
            found = value._repr_mimebundle_()
            bundle = found[0] if isinstance(found, tuple) else found
            if "text/html" in bundle:
                return {"kind": "html", "text": bundle["text/html"]}
            return {"kind": "text", "text": _short(bundle.get("text/plain") or repr(value))}
        if hasattr(value, "_repr_html_") and (html := value._repr_html_()):
            return {"kind": "html", "text": html}
    return {"kind": "text", "text": _short(repr(value))}


def bound(tree: ast.AST) -> set[str]:
    """Return the names that a code may bind.

    Examples
    --------
    >>> sorted(bound(ast.parse("import a.b\\nfrom c import d as e\\nf = 1\\ndef g(): pass")))
    ['a', 'e', 'f', 'g']
    """
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
    return found


def read(tree: ast.AST) -> set[str]:
    """Return the names that a code reads."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def needed(source: str, above: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return those of the cells above that bring names which a cell reads and nobody has yet.

    Examples
    --------
    >>> needed("f(b)", ["import a", "b = a.x", "c = 3"], {"f"})
    ['import a', 'b = a.x']
    """
    have = {*known, *dir(builtins)}
    tree = ast.parse(source)
    wanted, chosen = read(tree) - have - bound(tree), []
    for cell in reversed(list(above)):
        try:
            tree = ast.parse(cell)
        except SyntaxError:  # a line for another place than Python
            continue
        if brings := bound(tree) & wanted:
            wanted = (wanted - brings) | (read(tree) - have - bound(tree))
            chosen.append(cell)
    return chosen[::-1]


def _opened(value: object) -> object:
    """Return a field as its function takes it: the contents of files as bytes."""
    if not isinstance(value, list):
        return value
    return [{**file, "content": b64decode(file["content"])} for file in value]


def _closed(value: object) -> object:
    """Return a part of an answer as JSON has it: bytes in base 64.

    Examples
    --------
    >>> _closed(({"name": "a.csv", "content": b"a"},))
    [{'name': 'a.csv', 'content': 'YQ=='}]
    """
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, dict):
        return {key: _closed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_closed(part) for part in value]
    return value if isinstance(value, int | float | None) else str(value)


class Runner:
    """Runs the cells of a page, one after another, with the names that they share.

    Parameters
    ----------
    ours : iterable of str
        The packages whose errors are sentences for readers: shown without their class.

    Examples
    --------
    >>> page = Runner()
    >>> page.run("a = 2")
    []
    >>> page.run("print(a)\\na + 1")
    [{'kind': 'printed', 'text': '2\\n'}, {'kind': 'text', 'text': '3'}]
    >>> page.run("a / 0")[0]["text"]
    'ZeroDivisionError: division by zero'
    """

    def __init__(self, ours: Iterable[str] = ()) -> None:
        """Begin without names."""
        self.ours = set(ours)
        self.parts: list[dict[str, object]] = []
        self.names: dict[str, object] = {"__name__": "__main__", "display": self.display}
        self.count = 0

    def display(self, *values: object) -> None:
        """Show values before the last one."""
        self.parts += map(shown, values)

    def run(self, source: str, above: Iterable[str] = ()) -> list[dict[str, object]]:
        """Run a cell; return what it prints, shows, or what went wrong.

        Parameters
        ----------
        source : str
            The cell's lines.
        above : iterable of str
            The cells before it on the page, of which those that it needs are run first.
        """
        self.parts = []
        told = Told(self.parts)
        with redirect_stdout(told), redirect_stderr(told):
            try:
                for cell in needed(source, above, self.names):
                    self._value(cell)
                self.parts.clear()
                value = self._value(source)
                if value is not None:
                    self.names["_"] = value
                    self.display(value)
            except BaseException as fault:
                self.parts.append(self._fault(fault))
        return self.parts

    def call(self, function: str, fields: dict[str, object], asked: str) -> dict[str, object]:
        """Ask a function of the book to answer a form; return what it says, or what went wrong.

        Parameters
        ----------
        function : str
            As ``module:name``. It takes the fields and what is asked, and returns a dataclass
            as `explorers.asked` has it.
        fields : dict
            What the form holds, by name: a text; or files, as a list of dictionaries with ``name``
            and ``content``, which comes in base 64.
        asked : str
            The value of the button that was pressed.
        """
        module, _, name = function.partition(":")
        given = {key: _opened(value) for key, value in fields.items()}
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            try:
                answer = getattr(importlib.import_module(module), name)(given, asked)
                return _closed(asdict(answer))
            except BaseException as fault:
                return {"fault": self._fault(fault)}

    def told(self, what: str, given: str) -> str:
        """Run or call what is given as JSON, and tell as JSON what came of it."""
        return json.dumps({"run": self.run, "call": self.call}[what](**json.loads(given)))

    def _value(self, source: str) -> object:
        self.count += 1
        file = f"<cell {self.count}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        tree = ast.parse(source, file)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, file, "exec"), self.names)
        if last is None:
            return None
        return eval(compile(ast.Expression(last.value), file, "eval"), self.names)

    def _fault(self, fault: BaseException) -> dict[str, object]:
        """Return the sentence of an error, and where it came from."""
        kind = type(fault)
        own = kind.__module__.partition(".")[0] in self.ours
        words = str(fault)
        if isinstance(fault, SyntaxError):
            words = f"{fault.msg} (line {fault.lineno})"
        elif kind is ModuleNotFoundError and fault.name:  # Python’s own words say to install it
            words = f"this page has no module {fault.name}; what it has is listed above"
        own = bool(own and words)
        said = words if own else f"{kind.__name__}: {words}".removesuffix(": ")
        trace = fault.__traceback__
        while trace and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        where = "".join(traceback.format_exception(kind, fault, trace))
        return {"kind": "fault", "text": _short(said), "trace": _short(where), "own": own}


if "js" in sys.modules:  # pragma: no cover  (in a page the worker asks for this name)
    from pathlib import Path

    runner = Runner(path.name for path in Path(sys.path[0]).iterdir() if path.is_dir())
