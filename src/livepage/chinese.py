"""What a Chinese character is: the one place that says it."""

import re

# Radicals and ideographs, the rare ones too, and what is written as one: 々, 〆 and 〇.
CHARACTERS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
HAN = re.compile(f"[{CHARACTERS}]")
