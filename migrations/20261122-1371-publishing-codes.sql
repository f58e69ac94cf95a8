-- For whom a publication is meant, on what theme and in which form of communication: codes as the room above hands
-- them down, so that what readers open can be told by them.
alter table publishing.publication
  add column audiences text[] not null default '{}',
  add column themes text[] not null default '{}',
  add column forms text[] not null default '{}';
