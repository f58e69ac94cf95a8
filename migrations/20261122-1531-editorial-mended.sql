-- Of a shortcoming that readers see: what the register says today, {"day": …} or {"day": null}; null: it says nothing,
-- and the text's own day holds. Not a part of the approved text: it changes after publication, without a new version.
alter table publishing.publication add column mended jsonb;
-- Of which published version the day was taken into the register: once, so that a line opened again stays open.
alter table editorial.shortcoming add column done_from_version integer;
