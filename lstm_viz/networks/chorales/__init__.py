"""The network that goes on with a chorale: what it reads and says, its sound, its MIDI file."""
