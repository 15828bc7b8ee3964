DROP TABLE address_changes;
DROP TABLE returned_mails;
DROP TABLE contacts;
