-- Read alike by H2 and PostgreSQL.
-- Why a part's answer is so, in its learner's own words.
create table explanation (
    learner varchar(64) not null references learner (id) on delete cascade,
    exercise varchar(40) not null,
    part varchar(40) not null,
    words varchar(2000) not null,
    written timestamp with time zone not null,
    primary key (learner, exercise, part)
);
