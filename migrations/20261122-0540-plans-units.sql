-- Plans name units and groups of the room below; every row belongs to a province that exists.
alter table plans.campaign_unit add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.plan add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.recipient add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.task_agency add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.task_agency add foreign key (province_id, group_id) references organisations.unit_group (province_id, id);
alter table plans.report_duty add foreign key (province_id, to_unit_id) references organisations.unit (province_id, id);
alter table plans.report_duty add foreign key (province_id, via_unit_id) references organisations.unit (province_id, id);
alter table plans.consulted_unit add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.comment add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table plans.reading add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table legal.document add foreign key (province_id) references organisations.province (province_id);
alter table plans.programme add foreign key (province_id) references organisations.province (province_id);
alter table plans.theme add foreign key (province_id) references organisations.province (province_id);
alter table plans.form add foreign key (province_id) references organisations.province (province_id);
alter table plans.audience add foreign key (province_id) references organisations.province (province_id);
alter table plans.source_file add foreign key (province_id) references organisations.province (province_id);
