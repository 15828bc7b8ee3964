DROP TABLE returned_mails;
DROP TABLE contacts;
