-- Dropped files are kept where all uploads are (files.file); a reading points there.
alter table plans.reading drop column source_file_id;
drop table plans.source_file;
alter table plans.reading add column file_id bigint;
alter table plans.reading add column name text not null;
alter table plans.reading add foreign key (province_id, file_id) references files.file (province_id, id);

-- One document may be the basis of a plan and also be among those the plan makes known (YB-06).
alter table plans.citation drop constraint citation_province_id_plan_id_document_id_key;
alter table plans.citation add unique (province_id, plan_id, document_id, role);
