"""Self-study content: what a person studies on their own, as frozen data with the pure rules that lie nearest to it.

All of it goes to JSON and back through pydantic as it stands, because an attempt freezes the content it was made with.
"""
