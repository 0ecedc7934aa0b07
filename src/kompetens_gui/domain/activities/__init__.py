"""What can be done in a room: one package per activity kind, found through `registry.py`.

A kind brings its events, its state and its rules (`base.py` says which); its windows lie in `ui/activities/<kind>` and
nothing else in the program needs to know of it.
"""
