"""What a group works with in the room besides cases: role plays, coordination cases, briefs, cards and drills."""
