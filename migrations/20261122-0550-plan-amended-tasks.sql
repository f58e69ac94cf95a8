-- A task restated by an amendment knows the task it stands for, so that what is under way goes on.
alter table plans.task add column amends_task_id bigint;
alter table plans.task add foreign key (province_id, amends_task_id) references plans.task (province_id, id);
create index task_by_amended on plans.task (province_id, amends_task_id);
