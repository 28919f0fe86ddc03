-- Successes of this job are confirmed by reading the targets back.
alter table job add column prove integer not null default 0;

-- Values of targets before a call was sent, by the planned call that they belong to.
create table captured (
    job     bigint not null references job (number) on delete cascade,
    call    integer not null,
    origin  text not null, -- 'plan': as a saved plan expects them; 'read': as they were read right before
    page    integer not null,
    content ${bytes} not null,
    primary key (job, call, origin, page)
);

-- What went over the wire for a call: its attempts from 1, the latest question as 0.
create table exchange (
    job     bigint not null references job (number) on delete cascade,
    call    integer not null,
    number  integer not null,
    at      bigint not null,
    content ${bytes} not null,
    primary key (job, call, number)
);
