DROP TABLE reports;
DROP TABLE follows;
DROP TABLE comments;
DROP TABLE supports;
