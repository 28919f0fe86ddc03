-- Messages that instructions came by: what makes them the same when they are delivered again, and how to answer them.
create table message (
    number      ${identity},
    identity    ${key} not null,
    sha256      ${key} not null,
    job         bigint references job (number) on delete cascade, -- none while it waits to be gathered with others
    place       bigint, -- which instruction of the job's document it is; none where it is all of it
    letter      text not null,
    body        text, -- as received, where the job's document is not that
    instruction text,
    fellowship  text, -- messages that have the same may share a job
    received_at bigint not null
);
create unique index message_by_identity on message (identity, sha256);
create index message_waiting on message (number) where job is null;
create index message_by_job on message (job, place);

-- Who is told of jobs that end.
create table listener (
    name ${key} not null primary key
);

-- What is still to be told.
create table telling (
    number   ${identity},
    listener text not null,
    kind     text not null,
    job      bigint not null references job (number) on delete cascade,
    message  bigint references message (number) on delete cascade,
    attempts integer not null default 0,
    due      bigint not null
);
create index telling_due on telling (listener, due, number);
create index telling_by_job on telling (job);
create index telling_by_message on telling (message);
