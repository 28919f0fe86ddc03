-- What schedules have applied. Targets and changes are fingerprints, see operation.Fingerprints.

create table snapshot (
    schedule ${key} not null,
    target   ${key} not null,
    change   ${key} not null, -- what was last applied for certain; empty where nobody knows
    doubtful integer not null default 0, -- 1: may have been applied, and is not safe to repeat
    primary key (schedule, target)
);

-- What an open job is about to apply. Moves to snapshot when the job has ended, not before.
create table snapshot_draft (
    job      ${key} not null,
    target   ${key} not null,
    change   ${key} not null,
    doubtful integer not null default 0,
    primary key (job, target)
);

-- Why a schedule that was due made no job the last time.
create table schedule_note (
    schedule ${key} not null primary key,
    at       bigint not null,
    note     text not null
);

create index job_by_source on job (source, number);
