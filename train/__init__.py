"""Training of the attribution model. Needs torch; imports sayso and is never imported by it."""
