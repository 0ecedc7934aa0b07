"""What a learner works with alone at the desk: one room per exercise kind, named as under `domain/exercises`.

`base.py` says what a panel is; the frame around it (title, progress, the big button, leaving) is `ui/study`.
"""
