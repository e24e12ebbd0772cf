-- Read alike by H2 and PostgreSQL.
create table room (
    code varchar(8) primary key,
    teacher varchar(36) not null,
    opened timestamp with time zone not null,
    used timestamp with time zone not null,
    closed timestamp with time zone,
    page varchar(40) not null,
    query varchar(9000) not null,
    step integer not null,
    following boolean not null,
    named boolean not null,
    vary varchar(8),
    task varchar(9000)
);

create index room_by_teacher on room (teacher);

create table participant (
    id varchar(36) primary key,
    room varchar(8) not null references room (code) on delete cascade,
    learner varchar(64) not null,
    number integer not null,
    nickname varchar(120) not null,
    joined timestamp with time zone not null,
    removed boolean not null,
    unique (room, learner)
);

create table poll (
    room varchar(8) not null references room (code) on delete cascade,
    number integer not null,
    question varchar(40) not null,
    query varchar(9000) not null,
    stage varchar(10) not null,
    rounds integer not null,
    primary key (room, number)
);

create table vote (
    room varchar(8) not null references room (code) on delete cascade,
    poll integer not null,
    round integer not null,
    participant varchar(36) not null references participant (id) on delete cascade,
    answer varchar(90) not null,
    primary key (room, poll, round, participant)
);

create table tried (
    room varchar(8) not null references room (code) on delete cascade,
    participant varchar(36) not null references participant (id) on delete cascade,
    query varchar(9000) not null,
    primary key (room, participant)
);
