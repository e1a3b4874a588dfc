"""What an explorer's HTML promises to whoever publishes it.

A publisher knows an explorer by these names and imports nothing of this package; tests hold both
sides to them. The form is

.. code-block:: html

    <form class="explorer" data-explorer="NAME" aria-label="TITLE" autocomplete="off">
      <style>…</style>
      <div class="explorer-choices">
        <fieldset class="explorer-choice" data-choice="CHOICE">
          <legend>QUESTION</legend>
          <label><input type="radio" id="NAME-CHOICE-VALUE" name="NAME-CHOICE" value="VALUE">
            <span>LABEL</span></label>
        </fieldset>
      </div>
      <div class="explorer-region region-REGION" role="status">
        <p class="explorer-when">With: …</p>
        <div data-CHOICE="VALUE VALUE">
          <p class="explorer-when">And: …</p>
          <div class="explorer-panel" data-OTHER="VALUE">…</div>
        </div>
      </div>
      <p class="explorer-reset"><button type="reset">Start again</button></p>
    </form>
    <details class="explorer-alternative"><summary>SUMMARY</summary>…</details>

A choice that has not been made has the value ``unset``. What is within a condition's element is
shown if the choice has one of its values; the form's own style sees to that. A form with a
single question has no way back to the start, and no link to its settings; a picture or matrix has.
"""

from collections.abc import Mapping

FORM = "form.explorer[data-explorer]"  # each explorer of a page
# What anything shown has that most readers do not ask for, such as a name in code: a page hides it
# until its reader wants it. It says nothing that the rest needs.
APPARATUS = "apparatus"

CLASSES: Mapping[str, str] = {
    "explorer": "the form",
    "explorer-choices": "all choices",
    "explorer-choice": "a choice, as a fieldset",
    "explorer-switch": "a choice of two or three as one pill",
    "explorer-toggle": "a choice of two as one pill that shows what is set; a press flips it",
    "explorer-pill": "the two options of a switch",
    "explorer-bet": "a bet: boxes on one line",
    "explorer-lines": "long answers one under another",
    "explorer-chips": "a choice whose options are chips, side by side or in a picture",
    "explorer-cards": "a choice whose options are pictures",
    "explorer-list": "a choice of short options, a line each, in columns",
    "explorer-marks": "a choice whose options are marks, each in a place of its own",
    "explorer-cells": "a choice whose options are the cells of a matrix, row by row",
    "explorer-heard": "words for whoever hears the page",
    "explorer-region": "a place where panels appear; a live one has the role of a status",
    "explorer-answer": "a region that answers in a line of words: by it a question is known",
    "explorer-panel": "what is shown in some settings",
    "explorer-when": "in which settings, in words; hidden by the form's own style",
    "explorer-reset": "the way back to the start",
    "explorer-alternative": "every setting in words, folded, in the form or right behind it",
}

ATTRIBUTES: Mapping[str, str] = {
    "data-explorer": "the explorer's name, unique in its page",
    "data-pictured": "whether the form is laid out as a picture, which prints as it stands",
    "data-printed": "what of a picture is read on paper too, before the text alternative",
    "data-choice": "a choice's name, unique in its form",
    "data-sets": "the ids of the options that a tap on this place chooses",
    "data-came-out": "how a bet came out, held or missed, on what is shown once it is placed; one"
    " such element a bet, so that a page can count them",
    "data-counts": "a selector: how many of these are shown is the number that stands here, drawn"
    " by a style sheet and written by a script",
    "data-within": "the part of the form, as a selector, in which they are counted",
    "data-room": "the longest that a region says: so much room is kept for it",
}
