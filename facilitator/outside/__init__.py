"""A model outside, asked for names of themes: off unless the operator names one and a host allows it.

It gives names and keywords; which note goes where is worked out here as ever, and the result
is a proposal that waits for the host. So a bad answer costs little, and no note can be lost.
"""
