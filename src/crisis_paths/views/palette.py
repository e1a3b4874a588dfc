"""One colour an actor, the same everywhere.

Chosen so that each stands out from white and from near black by 3:1 or more in its own
variant, and so that the four stay apart for colour-blind readers by lightness as well as
hue. No colour carries a meaning alone: each actor is also named wherever it appears.
"""

from collections.abc import Mapping

from crisis_paths.actors import Actor

LIGHT: Mapping[Actor, str] = {
    Actor.DOMESTIC: "#a86400",
    Actor.SMALL_STATE: "#00785a",
    Actor.EXTERNAL: "#96478a",
    Actor.HEGEMON: "#0a5c9e",
    Actor.TOGETHER: "#4a4a4a",
}
DARK: Mapping[Actor, str] = {
    Actor.DOMESTIC: "#f0b64a",
    Actor.SMALL_STATE: "#4cc9a4",
    Actor.EXTERNAL: "#e3a3d6",
    Actor.HEGEMON: "#7ab8f0",
    Actor.TOGETHER: "#c8c8c8",
}

# What a leaf needs where no page's style sheet reaches it: in a live kernel.
LIVE_STYLE = "\n".join(
    [
        ".path-steps{list-style:none;padding-left:0}",
        ".path-steps li{border-left:4px solid;padding:0 0 .4em .8em;margin-bottom:.4em}",
        ".path-steps p{margin:0 0 .3em}",
        ".path-steps .because{font-size:.9em;opacity:.85}",
        ".crisis-figure svg{max-width:26em;width:100%;height:auto}",
        *(f".path-steps li.actor-{actor}{{border-color:{LIGHT[actor]}}}" for actor in Actor),
    ]
)
