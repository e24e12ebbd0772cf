-- Read alike by H2 and PostgreSQL.
-- A question of a teacher's own, with its picture, and what was shown when it was asked.
alter table poll alter column question set data type varchar(120000);
alter table poll add page varchar(40) default 'lab/surface' not null;
alter table poll add peer boolean default false not null;
-- Written answers that are not shown, each on a line of its own.
alter table poll add struck varchar(20000) default '' not null;
alter table vote alter column answer set data type varchar(1000);
alter table vote add sure varchar(10);

-- A plan's pictures are in its text.
alter table plan alter column prepared set data type varchar(600000);
alter table room_agenda alter column prepared set data type varchar(600000);

-- How many days a room is kept after it was closed.
alter table room add kept_days integer default 30 not null;

-- What a teacher did when.
create table room_moment (
    room varchar(8) not null references room (code) on delete cascade,
    number integer not null,
    said_at timestamp with time zone not null,
    kind varchar(10) not null,
    what varchar(400) not null,
    primary key (room, number)
);

-- Who could not follow when.
create table room_lost (
    room varchar(8) not null references room (code) on delete cascade,
    participant varchar(36) not null references participant (id) on delete cascade,
    said_at timestamp with time zone not null,
    primary key (room, participant, said_at)
);

-- What a class asks, and who would like to know it too.
create table enquiry (
    room varchar(8) not null references room (code) on delete cascade,
    number integer not null,
    participant varchar(36) not null references participant (id) on delete cascade,
    said_at timestamp with time zone not null,
    words varchar(600) not null,
    state varchar(10) not null,
    primary key (room, number)
);

create table enquiry_backer (
    room varchar(8) not null,
    enquiry integer not null,
    participant varchar(36) not null references participant (id) on delete cascade,
    primary key (room, enquiry, participant),
    foreign key (room, enquiry) references enquiry (room, number) on delete cascade
);
