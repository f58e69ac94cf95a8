-- Topics of a province's portal: listed or not, with a picture, and with what takes the place of a retired one.
alter table publishing.topic add column is_shown boolean not null default true;
alter table publishing.topic add column successor text;
alter table publishing.topic add column image_id bigint;
alter table publishing.topic add column image_alt text not null default '';
alter table publishing.topic add foreign key (province_id, successor) references publishing.topic (province_id, code);
alter table publishing.topic add foreign key (province_id, image_id) references files.file (province_id, id);
