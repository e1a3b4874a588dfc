"""The page without JavaScript: readable, with its contents in reach."""

from bs4 import BeautifulSoup

from livepage.passes.markup import fragment, static_url

STYLESHEET = "livepage-noscript.css"


def add_noscript_style(soup: BeautifulSoup) -> BeautifulSoup:
    """Link the style sheet that only a browser without JavaScript asks for."""
    if soup.head:
        link = f'<link rel="stylesheet" href="{static_url(soup, STYLESHEET)}"/>'
        soup.head.append(fragment(f"<noscript>{link}</noscript>"))
    return soup
