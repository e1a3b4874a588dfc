"""Tables that fit a narrow page: some become cards, wide ones scroll inside their own box."""

from bs4 import BeautifulSoup, Tag

from livepage.markup import fragment, select

WIDE = 4  # columns; narrower tables wrap
SHORT = 40  # letters: far from the widest that a paragraph may be, which columns go by
BOX = "pst-scrollable-table-container"  # the theme's own name for it
ROLES = {
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tfoot": "rowgroup",
    "tr": "row",
    "td": "cell",
}


def columns(table: Tag) -> int:
    """Return the number of cells in the table's longest row."""
    return max((len(row.find_all(["td", "th"])) for row in table.find_all("tr")), default=0)


def name_of(table: Tag) -> str:
    """Return what the table is about: its caption, or the heading above it."""
    source = table.find("caption") or table.find_previous(["h1", "h2", "h3", "h4"])
    if source is None:
        return "Table"
    copy = fragment(str(source))
    for mark in select(copy, ".headerlink"):
        mark.decompose()
    return " ".join(copy.get_text(" ").split())


def box_wide_tables(soup: BeautifulSoup) -> BeautifulSoup:
    """Give every table a box that scrolls, and a wide one's box a name and a tab stop.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> row = "<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>"
    >>> page = parse(f"<h2>Cases</h2><table>{row}</table>")
    >>> box_wide_tables(page).div.attrs["aria-label"]
    'Cases'
    """
    names: dict[str, int] = {}
    for table in soup.find_all("table"):
        if "stack" in table.get("class", []):
            continue
        box = table.find_parent(class_=BOX)
        if box is None:
            box = table.wrap(soup.new_tag("div", attrs={"class": [BOX]}))
        if columns(table) >= WIDE and not box.get("role"):
            name = name_of(table)
            names[name] = names.get(name, 0) + 1
            # two regions of one name would be no help
            number = f" ({names[name]})" if names[name] > 1 else ""
            box.attrs |= {"tabindex": "0", "role": "region", "aria-label": name + number}
    return soup


def label_stacked_cells(soup: BeautifulSoup) -> BeautifulSoup:
    """Give the cells of ``table.stack`` their column's name, and the table explicit roles.

    As cards the cells are no longer laid out as a table, and browsers then forget that they are
    one; the roles keep it said.
    """
    for table in select(soup, "table.stack"):
        heads = [cell.get_text(" ", strip=True) for cell in select(table, "thead :is(td, th)")]
        table["role"] = "table"
        for tag in table.find_all(list(ROLES)):
            tag["role"] = ROLES[tag.name]
        for row in table.find_all("tr"):
            in_head = row.find_parent("thead") is not None
            for index, cell in enumerate(row.find_all(["td", "th"], recursive=False)):
                if cell.name == "th":
                    cell["role"] = "columnheader" if in_head else "rowheader"
                named = heads[index] if index < len(heads) else ""
                if named and not in_head and not cell.get("data-label"):
                    cell["data-label"] = named
    return soup


def bare_cells(soup: BeautifulSoup) -> BeautifulSoup:
    """Let a cell that holds one short paragraph and nothing else hold its words themselves.

    docutils puts a paragraph into every cell; a short one looks the same without.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> bare_cells(parse("<tr><td><p>One <b>a</b></p></td><td><p>1</p><p>2</p></td></tr>"))
    <tr><td>One <b>a</b></td><td><p>1</p><p>2</p></td></tr>
    """
    for cell in soup.find_all(["td", "th"]):
        inside = [part for part in cell.contents if isinstance(part, Tag) or part.strip()]
        if len(inside) != 1 or inside[0].name != "p" or inside[0].attrs:
            continue
        if len(inside[0].get_text()) <= SHORT:
            inside[0].unwrap()
    return soup


def no_empty_headers(soup: BeautifulSoup) -> BeautifulSoup:
    """Turn header cells that head nothing, such as the corner of a data frame, into plain ones.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> no_empty_headers(parse("<tr><th></th><th>a</th></tr>"))
    <tr><td></td><th>a</th></tr>
    """
    for cell in soup.find_all("th"):
        if not cell.get_text(strip=True) and not cell.find(True):
            cell.name = "td"
    return soup
