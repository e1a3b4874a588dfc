"""What a screen reader is told: the browser's own accessibility tree of an open page."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

# A list's bullets are said as a list; a drawing by its name, whatever is written in it.
SILENT = {"ListMarker", "image"}


@dataclass(frozen=True)
class Node:
    """Something that assistive technology meets, with what it holds."""

    role: str
    name: str
    properties: dict[str, object]
    children: tuple["Node", ...]

    def all(self, role: str) -> list["Node"]:
        """Everything of this role in it, in order."""
        return [node for node in self.walk() if node.role == role]

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def words(self) -> str:
        """All text in it."""
        if self.role == "StaticText":
            return self.name
        if self.role in SILENT:
            return ""
        return " ".join(filter(None, (child.words for child in self.children)))


def tree(page: Page) -> Node:
    """The whole page; what is hidden is not in it."""
    session = page.context.new_cdp_session(page)
    nodes = {n["nodeId"]: n for n in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def told(key: str) -> tuple[Node, ...]:
        node = nodes.get(key)
        if node is None:
            return ()
        inner = tuple(one for child in node.get("childIds", ()) for one in told(child))
        if node.get("ignored"):
            return inner
        found = {p["name"]: p["value"].get("value") for p in node.get("properties", ())}
        return (Node(node["role"]["value"], node.get("name", {}).get("value", ""), found, inner),)

    (root,) = told(next(key for key, node in nodes.items() if "parentId" not in node))
    return root
