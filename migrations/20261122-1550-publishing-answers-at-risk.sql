-- An answer that waits on a channel that does not send is told of once for each last word of a person, before the time
-- to answer is over: the word it was told for.
alter table publishing.zalo_person add column warned_for timestamptz;
