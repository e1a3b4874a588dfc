"""How a book's notebooks are run, and what is kept of it.

In the order in which a build meets them: `watch` knows which files count and how they are now,
`outdated` which pages have to be read again, `execution` runs what has to be run, each notebook in
a kernel (`kernels`) that is forked from one process (`nursery`), `loads` is what a run has opened,
and `shelf` keeps what came of it.
"""
