-- Teachers who are signed in: what outlives the memory of the server that they signed in to.
create table teacher_sign_in (
    id uuid primary key,
    teacher uuid not null references teacher_account (id) on delete cascade,
    expires timestamp with time zone not null
);

create index teacher_sign_in_by_teacher on teacher_sign_in (teacher);

-- What its browser has to show where it is not known; exchanged each time, and good for a little longer then.
create table teacher_sign_in_token (
    -- SHA-256 of the secret in the browser's cookie, in hex.
    id varchar(64) primary key,
    sign_in uuid not null references teacher_sign_in (id) on delete cascade,
    replaced timestamp with time zone
);

create index teacher_sign_in_token_by_sign_in on teacher_sign_in_token (sign_in);
