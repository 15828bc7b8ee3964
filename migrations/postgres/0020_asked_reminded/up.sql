-- When somebody who was asked to own an idea, or a body that an idea was handed on to, was reminded to answer.
ALTER TABLE ownerships ADD COLUMN reminded_at BIGINT;
ALTER TABLE inquiries ADD COLUMN reminded_at BIGINT;
