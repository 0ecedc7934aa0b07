"""The windows of the activity kinds: for each kind a leader panel and a room panel, in a package of the kind's name.

`base.py` says what a panel is; panels are found by name, so nothing here lists the kinds.
"""
