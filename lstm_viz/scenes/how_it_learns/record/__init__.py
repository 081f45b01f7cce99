"""What the scene is computed from: the story at a checkpoint, jobs, one step, a training."""
