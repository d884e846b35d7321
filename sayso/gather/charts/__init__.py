"""What pages draw, as it is asked of the record: timelines, networks, maps."""
