DROP TABLE clock_steps;
