-- Jobs that come back by themselves: when each is due next, so that several workers queue it once.
create table jobs.schedule (
  province_id integer not null,
  name text not null,
  at text not null,
  next_at timestamptz not null,
  primary key (province_id, name)
);
-- News that no worker hears and old jobs are cleared by age.
create index job_by_end on jobs.job (finished_at) where state in ('done', 'dead');
