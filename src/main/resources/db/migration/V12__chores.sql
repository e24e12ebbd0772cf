-- Read alike by H2 and PostgreSQL.
-- What one of several servers does for all, and until when it is that one's.
create table chore (
    name varchar(40) primary key,
    claimed_until timestamp with time zone not null
);
