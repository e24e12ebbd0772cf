-- Read alike by H2 and PostgreSQL.
-- Experiments that learners had, to be opened again.
create table kept_experiment (
    learner varchar(64) not null references learner (id) on delete cascade,
    id varchar(36) not null,
    page varchar(40) not null,
    query varchar(4000) not null,
    name varchar(80) not null,
    note varchar(500) not null,
    -- A data: address; empty for none.
    thumbnail varchar(8300) not null,
    -- Kept by hand: it does not go for newer ones.
    pinned boolean not null,
    kept timestamp with time zone not null,
    primary key (learner, id)
);
