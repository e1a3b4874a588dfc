"""A browser that does not know CSS's ``:has()``, played by one that does."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

UNKNOWN = ":unknown("  # a selector with it is thrown away, with its whole rule
# What a script asks of such a browser; a style’s own text stays what it was.
SCRIPT = """
(() => {
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => !asked.join().includes(":has(") && supports(...asked);
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
  Object.defineProperty(HTMLStyleElement.prototype, "textContent", {
    get() { return get.call(this).replaceAll("UNKNOWN", ":has("); },
    set(text) { set.call(this, text.replaceAll(":has(", "UNKNOWN")); },
  });
})();
""".replace("UNKNOWN", UNKNOWN)


def forget_has(context: BrowserContext) -> None:
    """Let whatever is opened in this context come without ``:has()``."""

    def rewrite(route: Route) -> None:
        if route.request.resource_type not in ("document", "stylesheet"):
            route.continue_()
            return
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(", UNKNOWN))

    context.route("**/*", rewrite)
    context.add_init_script(SCRIPT)


@contextmanager
def older(browser: Browser, url: str, *, javascript: bool = True) -> Iterator[Page]:
    """A page as such a browser shows it; with scripts no error may be left when it is closed."""
    context, errors = browser.new_context(java_script_enabled=javascript), []
    forget_has(context)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url, wait_until="load")
    if javascript:
        expect(page.locator("html")).to_have_attribute("data-has", "script")
    yield page
    context.close()
    assert errors == []
