-- Read alike by H2 and PostgreSQL.
-- Keys are the data's own: a counter of the database may fall behind its rows where the server is killed, and then
-- gives a number twice.
create table part_progress (
    learner varchar(64) not null references learner (id) on delete cascade,
    exercise varchar(40) not null,
    part varchar(40) not null,
    status varchar(12) not null,
    hints integer not null,
    attempts integer not null,
    answer varchar(4000) not null,
    changed timestamp with time zone not null,
    primary key (learner, exercise, part)
);

insert into part_progress (learner, exercise, part, status, hints, attempts, answer, changed)
select learner, exercise, part, status, hints, attempts, answer, changed from part_state;

drop table part_state;

alter table part_progress rename to part_state;

create table numbered_attempt (
    learner varchar(64) not null references learner (id) on delete cascade,
    -- In the order of answering, from 1.
    number integer not null,
    exercise varchar(40) not null,
    part varchar(40) not null,
    submission varchar(40) not null,
    answer varchar(4000) not null,
    solved boolean not null,
    made timestamp with time zone not null,
    primary key (learner, number),
    unique (learner, submission)
);

insert into numbered_attempt (learner, number, exercise, part, submission, answer, solved, made)
select learner, row_number() over (partition by learner order by id), exercise, part, submission, answer, solved, made
from attempt;

drop table attempt;

alter table numbered_attempt rename to attempt;

-- Written to see whether anything can be.
create table pulse (
    beaten timestamp with time zone not null
);

insert into pulse (beaten) values (current_timestamp);
