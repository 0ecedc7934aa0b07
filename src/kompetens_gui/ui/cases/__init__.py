"""The case bank: find a case, see what it holds, take it to a session.

`page.py` lays out, `controller.py` asks the index, `model.py` and `table.py` are the list; `case_window.py` shows all
that the leader may see of one case. Start with `page.py`.
"""
