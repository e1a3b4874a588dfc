"""Interactives without a subject: what a reader may choose, and what each choice shows.

An explorer is made of choices and panels (`choices`, `panels`, `explorer`); one that asks for a
bet is a function from a setting to an answer (`bets`). Its page is a form of native radio
buttons that needs no script (`form`, in the words of `contract`), its notebook ipywidgets
(`kernel`), its address a link (`links`). Nothing here knows what a book is about, and importing
it needs markupsafe alone.
"""
