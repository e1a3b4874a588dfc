"""The Content-Security-Policy: a page's promise to ask nobody else, kept by the browser."""

import base64
import hashlib
import re

from bs4 import BeautifulSoup

from livepage.markup import select

SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module"}
# "file:" only helps a book opened from disk, where some browsers take 'self' for nobody; on the
# web a page cannot load a file: address at all.
SELF = "'self' file:"


def script_hash(text: str) -> str:
    """Return the source expression that allows exactly this inline script.

    Examples
    --------
    >>> script_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def inline_scripts(soup: BeautifulSoup) -> list[str]:
    """Return the texts of the page's inline scripts, as the browser reads them."""
    return [
        (tag.string or "").replace("\r\n", "\n")
        for tag in select(soup, "script:not([src])")
        if tag.get("type", "").lower() in SCRIPT_TYPES
    ]


def content_policy(scripts: list[str]) -> str:
    """Return a policy that allows the book's own files and these inline scripts, nothing else."""
    hashes = sorted({script_hash(text) for text in scripts})
    return "; ".join(
        [
            f"default-src {SELF}",
            f"img-src {SELF} data:",
            f"style-src {SELF} 'unsafe-inline'",
            " ".join([f"script-src {SELF}", *hashes]),
            "object-src 'none'",
            f"base-uri {SELF}",
            f"form-action {SELF}",
        ]
    )


def add_policy(soup: BeautifulSoup) -> BeautifulSoup:
    """Put the policy right after the charset, before anything that it governs."""
    meta = soup.new_tag("meta")
    meta["http-equiv"] = "Content-Security-Policy"
    meta["content"] = content_policy(inline_scripts(soup))
    charset = soup.find("meta", charset=True)
    if charset:
        charset.insert_after(meta)
    elif soup.head:
        soup.head.insert(0, meta)
    return soup


# what the theme's buttons do, by the handler that they carry
ACTIONS = {"window.print": "print", "toggleFullScreen": "fullscreen"}


def replace_handlers(soup: BeautifulSoup) -> BeautifulSoup:
    """Turn the theme's inline event handlers, which the policy forbids, into data for our script.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> replace_handlers(parse('<button onclick="window.print()">Print</button>'))
    <button class="pst-js-only" data-livepage-action="print" type="button">Print</button>
    """
    for tag in select(soup, "*"):
        handlers = [name for name in tag.attrs if re.match(r"on[a-z]+$", name)]
        if not handlers:
            continue
        handler = tag.get("onclick", "")
        for name in handlers:
            del tag[name]
        action = next((a for call, a in ACTIONS.items() if call in handler), None)
        if action:
            tag["class"] = [*tag.get("class", []), "pst-js-only"]
            tag["data-livepage-action"] = action
            tag["type"] = "button"
    return soup
