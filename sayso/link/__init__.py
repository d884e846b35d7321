"""What holds across articles: records and judgements in, what links them out."""
