"""The formats of workshop material: role plays, coordination cases, briefs, cards and drills for a group."""
