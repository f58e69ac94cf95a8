-- Of a directing document: since when, until when it holds, and what replaced it, as the register of documents has it
-- today. Not a part of the approved text: it changes after publication, without a new version.
alter table publishing.publication add column validity jsonb;
