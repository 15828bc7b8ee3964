DROP TABLE late_again;
