"""The layer types, one file per family and one class per type.

A class here is all there is to a layer type: its parameters, its shape rule, its cost and what runs. The catalogue
finds it by itself, and the palette, the form, the drawing, the compiler, the printed code, the help and the tests
follow. No file here imports torch: a layer says what to build as data, and the compiler builds it.
"""
