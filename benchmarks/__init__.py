"""Speed and memory as ratios to named references, both run in the same minute on the same machine."""
