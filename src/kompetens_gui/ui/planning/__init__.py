"""The room where sessions are planned: the list of sessions, and the editor of one plan.

What a plan may hold and when it fits is decided in the domain; here it is shown and changed. Start reading in
`plan_controller.py` for what happens, `plan_page.py` and `sessions_page.py` for how it looks. Running a session lives
in `presenter`, closing one in a room of its own; both are asked for by signals.
"""
