-- When an obligation was ended or waived: a board as of an earlier day must not know it yet.
alter table reporting.obligation add column state_at timestamptz;
