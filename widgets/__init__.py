"""Reusable pieces of the window: theme, language, icons, formulas, plots, canvas, forms.

Everything here shows networks, numbers and text; nothing here knows what training is. The pieces import `graphs` and Qt
and can be used in another program.
"""
