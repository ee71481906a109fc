"""Treaty → its codes in the scheme of the Alliance Treaty Obligations and Provisions data set.

`variables` says what each variable means and how it follows, `acts` what acts count as; each other module holds the rules of some groups of variables. A rule
reads norms, cases, bearers, sentences about the life of the treaty, bodies and instruments. None reads a title, a label or prose, and none knows any treaty.
"""
