-- Read alike by H2 and PostgreSQL.
-- Whether nobody new comes into a room.
alter table room add locked boolean default false not null;
-- What is counted down, and the page that all are asked to open.
alter table room add counted timestamp with time zone;
alter table room add counted_for varchar(200);
alter table room add visit varchar(4000);

create index participant_by_learner on participant (learner);

-- What teachers prepare: a plan's whole text, as it is read.
create table plan (
    id varchar(36) primary key,
    teacher varchar(36) not null,
    title varchar(120) not null,
    prepared varchar(200000) not null,
    changed timestamp with time zone not null
);

create index plan_by_teacher on plan (teacher);

-- The plan that a room is led by, as it was when that began, and which of its steps is done.
create table room_agenda (
    room varchar(8) primary key references room (code) on delete cascade,
    prepared varchar(200000) not null,
    step integer not null
);
