-- Lists and counts of a portal with tens of thousands of publications.

-- Views of one publication stand on every page of it; what was read most is asked for by day.
create index reach_by_publication on publishing.reach (province_id, publication_id, metric, day) include (amount);
create index reach_by_day on publishing.reach (province_id, metric, day) include (publication_id, amount);

-- A page far down a list passes over thousands of lines in the index alone, without looking at one of them.
create index publication_listed on publishing.publication (province_id, first_published_at desc, id desc)
  include (kind, topics) where state = 'live' and translation_of is null;
create index publication_listed_by_column on publishing.publication (province_id, column_id, first_published_at desc, id desc)
  where state = 'live' and translation_of is null;
drop index publishing.publication_by_column;

-- What is ahead, an event that goes on for days until its end; index results by their year.
create index publication_by_event_end on publishing.publication
  (province_id, coalesce(facts ->> 'ends', facts ->> 'starts')) where state = 'live' and kind = 'event';
create index publication_by_index_year on publishing.publication
  (province_id, (facts ->> 'year') desc, first_published_at desc) where state = 'live' and kind = 'index_result';
