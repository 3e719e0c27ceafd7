"""The first page of the dock, where the engine is set up; and what it lacks, later."""
