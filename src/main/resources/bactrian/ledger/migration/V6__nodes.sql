-- The processes that work on this ledger and are not known to be dead.
create table node (
    number      ${identity},
    name        text not null,
    since       bigint not null, -- by the database's clock, as what follows
    lease_until bigint not null
);

alter table call add column node bigint; -- who is sending it, or did last
alter table job add column node bigint; -- who plans it or writes its results

-- When the next call of a connection may leave, for all nodes together: microseconds since 1970 by the database's clock.
create table pace (
    connection bigint primary key references connection (number),
    next_slot  bigint not null,
    held_until bigint not null default 0
);
