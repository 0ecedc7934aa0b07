"""What several kinds' panels share: writing in one's own words, the guide that comes after, earlier versions beside.

Start in `writing.py`: it holds an editor, a guide and the versions together. The other modules are its parts.
"""
