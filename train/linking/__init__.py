"""What the decisions across articles are fitted on."""
