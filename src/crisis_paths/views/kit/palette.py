"""One colour an actor, the same everywhere.

Chosen so that each stands out from white and from near black by 4.5:1 or more in its own
variant, and so that any two stay as far apart as Okabe and Ito's colours do, for colour-blind
readers too; a test works it out. No colour carries a meaning alone: each actor is also named
wherever it appears.
"""

from collections.abc import Mapping

from crisis_paths.framework.actors import Actor

LIGHT: Mapping[Actor, str] = {
    Actor.DOMESTIC: "#a86400",
    Actor.SMALL_STATE: "#00785a",
    Actor.EXTERNAL: "#8c547d",
    Actor.HEGEMON: "#0d4d9c",
    Actor.TOGETHER: "#494949",
}
DARK: Mapping[Actor, str] = {
    Actor.DOMESTIC: "#f0b64a",
    Actor.SMALL_STATE: "#2ebb92",
    Actor.EXTERNAL: "#ce95c4",
    Actor.HEGEMON: "#95c5ff",
    Actor.TOGETHER: "#c8c8c8",
}

# An event's lane is an actor's side of the story, and has its colour; lanes are in this order.
LANES: Mapping[str, Actor] = {
    "domestic": Actor.DOMESTIC,
    "small_state": Actor.SMALL_STATE,
    "external": Actor.EXTERNAL,
    "hegemon": Actor.HEGEMON,
}

# Marks of charts that belong to no actor: for, against, neither. They serve light and dark.
MARKS = ("#0a7d8c", "#b06000", "#8a8a8a")

# What the steps of a path need where no page's style sheet reaches them: in a live kernel.
STEPS_STYLE = "\n".join(
    [
        ".path-steps{list-style:none;padding-left:0}",
        ".path-steps li{border-left:4px solid;padding:0 0 .4em .8em;margin-bottom:.4em}",
        ".path-steps p{margin:0 0 .3em}",
        ".path-steps .because{font-size:.9em;opacity:.85}",
        ".crisis-figure svg{max-width:26em;width:100%;height:auto}",
        *(f".path-steps li.actor-{actor}{{border-color:{LIGHT[actor]}}}" for actor in Actor),
    ]
)
