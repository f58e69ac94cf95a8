-- Where people file and follow procedures: the province's mobile app, the national service portal, the province's own
-- system (QNG-20). Entered once, shown on every page of the portal.
alter table publishing.portal
  add column app_link text not null default '',
  add column national_link text not null default '',
  add column system_link text not null default '';
