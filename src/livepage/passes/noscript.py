"""The page without JavaScript: readable, with its contents in reach."""

from bs4 import BeautifulSoup

from livepage.files import NO_SCRIPT
from livepage.markup import fragment, static_url


def add_noscript_style(soup: BeautifulSoup) -> BeautifulSoup:
    """Link the style sheet that only a browser without JavaScript asks for."""
    if soup.head:
        link = f'<link rel="stylesheet" href="{static_url(soup, NO_SCRIPT)}"/>'
        soup.head.append(fragment(f"<noscript>{link}</noscript>"))
    return soup
