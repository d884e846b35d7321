"""A claim's statements, copies and quotations -> where it comes from: its independent origins."""
