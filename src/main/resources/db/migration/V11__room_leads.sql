-- Read alike by H2 and PostgreSQL.
-- Which server leads a room: each claim raises the epoch, and what is written in an earlier one is refused.
alter table room add epoch bigint default 0 not null;
alter table room add commits bigint default 0 not null;
alter table room add leader varchar(36);
alter table room add leased timestamp with time zone;

-- What was done of that which may be asked for again.
create table room_done (
    id varchar(36) primary key,
    room varchar(8) not null references room (code) on delete cascade,
    done timestamp with time zone not null
);

create index room_done_by_room on room_done (room, done);
