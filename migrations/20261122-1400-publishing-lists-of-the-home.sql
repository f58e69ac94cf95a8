-- The first lines of a list are read along an index in the very order of the list, without sorting what is not shown.
create index publication_listed_by_kind on publishing.publication
  (province_id, kind, first_published_at desc, id desc) where state = 'live' and translation_of is null;
drop index publishing.publication_by_kind;

-- A document without a day stands at the end of the newest first: an index that puts it first was of no use.
create index publication_by_day_of_document on publishing.publication
  (province_id, (facts ->> 'day') desc nulls last, id desc)
  where state = 'live' and kind = 'directing_document' and translation_of is null;
drop index publishing.publication_by_document_day;
