-- Who runs a schedule that is due on several nodes: the one that moves its row on first.
create table schedule_turn (
    schedule ${key} not null primary key,
    timing   text not null, -- what next_at is by; another timing starts anew
    next_at  bigint not null, -- when it is due after the run that was last taken
    taken_at bigint not null, -- by the database's clock
    node     bigint -- who runs it; empty once its job is recorded
);
