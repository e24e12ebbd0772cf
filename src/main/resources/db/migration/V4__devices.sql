-- The browsers in which teachers have signed in: what others fail there or elsewhere does not keep them waiting.
create table teacher_device (
    -- SHA-256 of the secret in the browser's cookie, in hex.
    id varchar(64) not null,
    teacher uuid not null references teacher_account (id) on delete cascade,
    used timestamp with time zone not null,
    primary key (id, teacher)
);

create index teacher_device_by_teacher on teacher_device (teacher, used);
