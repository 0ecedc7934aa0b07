"""One file for each step of the schema. A released step is never changed; a new one is added after it."""
