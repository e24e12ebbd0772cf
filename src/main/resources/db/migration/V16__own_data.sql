-- Read alike by H2 and PostgreSQL.
-- Files that learners gave to learn from, each once, named by its content.
create table own_data (
    id varchar(40) primary key,
    -- The whole SHA-256.
    hash varchar(64) not null,
    bytes integer not null,
    used timestamp with time zone not null
);

create index own_data_by_use on own_data (used);

-- The content, compressed, in pieces: H2 keeps no more than 1 MB in a value.
create table own_data_piece (
    data varchar(40) not null references own_data (id) on delete cascade,
    place integer not null,
    content bytea not null,
    primary key (data, place)
);

-- Whose it is: one who gave the same is another owner.
create table own_data_owner (
    learner varchar(64) not null references learner (id) on delete cascade,
    data varchar(40) not null references own_data (id) on delete cascade,
    name varchar(100) not null,
    kept timestamp with time zone not null,
    primary key (learner, data)
);

create index own_data_owner_by_data on own_data_owner (data);
