"""The modules that torch lacks, written as any torch module is.

This is the only folder of `graphs` that imports torch at the top of its files, so nothing else may import it before a
network is compiled. What torch has is not written again here: a layer type then names torch's own class.
"""
