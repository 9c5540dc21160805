"""What is set once for the city and its office: directory, reforms, lights, days."""
