-- When a learner asked to be forgotten. A minute later, in which they may change their mind, all that hangs on them is
-- deleted; nobody reads it meanwhile.
alter table learner add column forgotten timestamp with time zone;

create index learner_by_forgotten on learner (forgotten);
