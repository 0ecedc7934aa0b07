"""What a person can ask of the program, one module per subject, and the ports through which the outer rooms serve it.

`ports.py` says what is needed of storage and documents, `news.py` tells what changed. Start with `running.py`: it is
the one way in for everything that happens in a running session.
"""
