"""Paper is white, and without a script the reader's system says what is dark."""

from livepage.files import css
from livepage.files.themes import dark_by_preference, light_on_paper

SHEET = (
    "html[data-theme=dark]{--a:1}html[data-theme='light'] p,q{--a:2}b{top:0}"
    '@media (width>9px){i,html[ data-theme = "dark" ] i{top:1px}}'
    "html[data-theme=dark] u,html[data-theme=light] u{top:2px}"
    "html[data-theme=light] s{--a:3}[title='html[data-theme=dark]']{top:3px}"
    "@keyframes k{to{top:0}}"
)


def test_a_dark_page_prints_in_the_light_colours():
    assert css.write(light_on_paper(css.read(SHEET))) == (
        "@media screen{html[data-theme=dark]{--a:1}}"
        'html[data-theme="light"] p,q{--a:2}b{top:0}'
        "@media (width>9px){i{top:1px}}"
        '@media screen{@media (width>9px){html[ data-theme = "dark" ] i{top:1px}}}'
        "html[data-theme=dark] u,html[data-theme=light] u{top:2px}"
        'html[data-theme=light] s{--a:3}[title="html[data-theme=dark]"]{top:3px}'
        "@keyframes k{to{top:0}}"
        "@media print{html[data-theme=dark] p{--a:2}html[data-theme=dark] s{--a:3}}"
    )


def test_the_dark_rules_stand_apart_for_a_page_without_a_script():
    assert css.write(dark_by_preference(css.read(SHEET))) == (
        "@media screen and (prefers-color-scheme:dark){html:not([data-theme]){--a:1}"
        "@media (width>9px){html:not([data-theme]) i{top:1px}}"
        "html:not([data-theme]) u{top:2px}}"
    )
