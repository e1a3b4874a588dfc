"""Where the book is published, and where its source is kept: one setting, or nothing.

The setting is the repository's address: ``repository: url:`` in ``_config.yml``, or the environment
variable ``BOOK_REPOSITORY``, which goes first. From it follow the buttons that run a chapter
elsewhere, those for the source and for an issue, and the address of the published pages (unless
``html: baseurl:`` names another). Where it is unknown, none of them is on a page.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sphinx.errors import ConfigError

VARIABLE = "BOOK_REPOSITORY"
_FORM = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub."""

    owner: str
    name: str

    @property
    def url(self) -> str:
        """Its address.

        Examples
        --------
        >>> Repository("someone", "book").url
        'https://github.com/someone/book'
        """
        return f"https://github.com/{self.owner}/{self.name}"

    @property
    def site(self) -> str:
        """Where GitHub Pages puts what it publishes.

        Examples
        --------
        >>> Repository("someone", "book").site
        'https://someone.github.io/book/'
        >>> Repository("Someone", "someone.github.io").site
        'https://someone.github.io/'
        """
        host = f"{self.owner.lower()}.github.io"
        folder = "" if self.name.lower() == host else f"{self.name}/"
        return f"https://{host}/{folder}"


def repository(configured: str, environment: Mapping[str, str]) -> Repository | None:
    """Return the repository that the book is told of, if it is told of one.

    Parameters
    ----------
    configured : str
        The address in ``_config.yml``; may be empty.
    environment : mapping of str to str
        Where `VARIABLE` is looked up first; set but empty it says nothing.

    Raises
    ------
    ConfigError
        If what is set is no address of a repository on GitHub.

    Examples
    --------
    >>> repository("https://github.com/someone/book", {})
    Repository(owner='someone', name='book')
    >>> repository("", {}) is None
    True
    >>> repository("someone/book", {})
    Traceback (most recent call last):
        ...
    sphinx.errors.ConfigError: The repository 'someone/book' (in _config.yml, repository: url) is \
no address like https://github.com/owner/name.
    """
    said = environment.get(VARIABLE)
    place = VARIABLE if said else "_config.yml, repository: url"
    address = said or configured
    if not address:
        return None
    found = _FORM.fullmatch(address)
    if not found:
        raise ConfigError(
            f"The repository {address!r} (in {place}) is no address like"
            " https://github.com/owner/name."
        )
    return Repository(found[1], found[2])


def configure(app, config) -> None:
    """Give the theme and Sphinx what follows from the setting (Sphinx's ``config-inited``)."""
    options = config.html_theme_options
    found = repository(options.get("repository_url") or "", os.environ)
    for button in ("use_repository_button", "use_issues_button"):
        options[button] = found is not None
    if found:
        options["repository_url"] = found.url
        options.setdefault("repository_branch", "main")
        config.html_baseurl = config.html_baseurl or found.site
    else:
        for key in ("repository_url", "launch_buttons"):
            options.pop(key, None)
    if config.html_baseurl and not config.html_baseurl.endswith("/"):
        config.html_baseurl += "/"
