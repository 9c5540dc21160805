"""What stands between a foreign file and the program: gate, worker process, verdicts."""
