"""What holds across articles, as people read it: claims, disputes, quotations, copies, entities."""
