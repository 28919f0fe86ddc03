-- Instants are milliseconds since 1970, UTC. Flags are 0 or 1. What differs between databases is a placeholder.

create table connection (
    number    ${identity},
    name      text not null unique,
    paused_by text,
    paused_at bigint
);

create table job (
    number         ${identity},
    id             ${key} not null unique,
    state          text not null,
    source         text not null,
    file_name      text not null,
    format         text not null,
    provider       text,
    operation      text,
    connection     text,
    sha256         text not null,
    bytes          bigint not null,
    identity       text,
    options        text not null,
    reason_code    text,
    reason_message text,
    cancelled      integer not null default 0,
    drafts         integer not null default 0, -- tries at planning
    chained        integer not null default 0, -- some call waits for another
    total          bigint not null default 0,
    succeeded      bigint not null default 0,
    failed         bigint not null default 0,
    skipped        bigint not null default 0,
    unknown        bigint not null default 0,
    last_call      integer not null default 0,
    open_calls     bigint not null default 0,
    calls          bigint not null default 0,
    retries        bigint not null default 0,
    progress       text not null default '',
    received_at    bigint not null,
    started_at     bigint,
    finished_at    bigint
);
create index job_by_state on job (state, number);
create index job_by_content on job (sha256, number);
create index job_by_identity on job (identity, number);
create index job_settled on job (number) where state = 'running' and open_calls = 0;

create table job_event (
    number ${identity},
    job    bigint not null references job (number) on delete cascade,
    at     bigint not null,
    who    text not null,
    what   text not null
);
create index job_event_by_job on job_event (job, number);

create table change (
    job        bigint not null references job (number) on delete cascade,
    number     integer not null,
    connection bigint not null,
    provider   text not null,
    operation  text not null,
    parameters text not null,
    selection  text,
    primary key (job, number)
);

-- The calls of one section of one connection of a job.
create table part (
    job        bigint not null references job (number) on delete cascade,
    number     integer not null,
    connection bigint not null,
    section    integer not null,
    open_calls bigint not null,
    ready      bigint not null,
    live       integer not null default 0, -- its ready calls may be claimed
    not_before bigint not null default 0,
    primary key (job, number)
);
create unique index part_by_section on part (job, connection, section);
create unique index part_live on part (connection, job) where live = 1;

-- What changes while a call lives. What it carries is kept apart, so that no change of state rewrites it.
create table call (
    job            bigint not null references job (number) on delete cascade,
    number         integer not null,
    change         integer not null,
    connection     bigint not null,
    part           integer not null,
    place          integer not null, -- in the order of its part; parts of a divided call share it
    size           integer not null,
    state          text not null,
    needs          integer not null default 0, -- calls that must settle first
    root           integer not null, -- the planned call it descends from
    extra          integer not null default 0, -- calls made by dividing this one and its descendants
    repeats        integer not null default 0,
    attempts       integer not null default 0,
    requests       integer not null default 0,
    may_be_applied integer not null default 0,
    due            bigint,
    followed_since bigint,
    refused_since  bigint,
    sent_at        bigint,
    settled_at     bigint,
    pursuit        text,
    note           text not null default '',
    outcomes       ${bytes},
    primary key (job, number)
);
create index call_ready on call (job, part, place, number) where state = 'ready';
create index call_due on call (connection, state, due) where state in ('following', 'waiting');
create index call_sending on call (connection, job) where state = 'sending';

create table cargo (
    job           bigint not null references job (number) on delete cascade,
    number        integer not null,
    first_ordinal bigint not null,
    last_ordinal  bigint not null,
    ordinals      ${bytes} not null,
    targets       ${bytes} not null,
    primary key (job, number)
);
create index cargo_by_ordinal on cargo (job, first_ordinal, last_ordinal);

create table call_after (
    job    bigint not null references job (number) on delete cascade,
    needed integer not null,
    number integer not null,
    primary key (job, needed, number)
);

-- Edits settled without any call.
create table unsent (
    job           bigint not null references job (number) on delete cascade,
    number        integer not null,
    first_ordinal bigint not null,
    last_ordinal  bigint not null,
    ordinals      ${bytes} not null,
    outcomes      ${bytes} not null,
    primary key (job, number)
);
create index unsent_by_ordinal on unsent (job, first_ordinal, last_ordinal);
