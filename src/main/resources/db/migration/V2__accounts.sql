-- Read alike by H2 and PostgreSQL.
create table teacher_account (
    id uuid primary key,
    name varchar(40) not null,
    -- The name as it is compared: two that differ in case only are one.
    name_key varchar(120) not null unique,
    password varchar(100) not null,
    created timestamp with time zone not null
);

create table teacher_link (
    -- SHA-256 of the secret, in hex.
    id varchar(64) primary key,
    kind varchar(12) not null,
    created_by uuid references teacher_account (id) on delete cascade,
    expires timestamp with time zone not null,
    used timestamp with time zone
);
