-- A translation knows of which version of its master it is one, and there is one for each language: two would fight
-- for one public address.
alter table editorial.item add column translated_version integer;
create unique index item_translation on editorial.item (province_id, translation_of, language)
  where translation_of is not null and state <> 'dropped';
