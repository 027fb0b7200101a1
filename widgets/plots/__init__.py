"""Live plots: curves, heat map, confusion matrix, decision plane, bars.

Each is a plain widget that takes numpy arrays, thins them out before it draws, follows the theme and the language, and
gives its values back as a table, a CSV file or a picture. They redraw on ``update()`` and only while they can be seen.
"""
