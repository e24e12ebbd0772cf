-- What the servers of one lab have in common: the key by which each knows what another says. Read alike by H2 and PostgreSQL.
create table cluster_key (
    only_one integer primary key check (only_one = 1),
    -- 32 random bytes in hex; the first server writes them.
    secret varchar(64) not null
);
