-- Aired with its web address (YB-23), or with a reason why there is none.
alter table editorial.production add column no_address_why text;
