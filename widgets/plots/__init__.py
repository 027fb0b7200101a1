"""Live plots: curves, heat map, confusion matrix, decision plane, bars.

Each is a widget around a pyqtgraph chart that takes numpy arrays, thins them out before they are drawn, follows the
theme and the language, and gives its values back as a table, a CSV file or a picture. The wheel zooms, a drag moves, a
double click shows everything again. They draw once for all that came between two frames, and only while they can be
seen. ``chart`` is where pyqtgraph is set up; ``axes`` and ``decimation`` do without it.
"""
