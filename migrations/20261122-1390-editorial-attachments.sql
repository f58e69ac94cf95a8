-- What readers download with a text: the document itself, a form, the photos of a press kit. Part of a version, and
-- so of what is approved.
create table editorial.attachment (
  province_id integer not null,
  item_id bigint not null,
  number integer not null,
  file_id bigint not null,
  name text not null check (length(name) between 1 and 300),
  position integer not null,
  primary key (province_id, item_id, number, file_id),
  foreign key (province_id, item_id, number) references editorial.item_version (province_id, item_id, number),
  foreign key (province_id, file_id) references files.file (province_id, id)
);
create index attachment_by_file on editorial.attachment (province_id, file_id);
