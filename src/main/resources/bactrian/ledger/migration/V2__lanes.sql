-- How a connection's lane is: why it rests, since when, when the provider is asked again. Flags and instants as in V1.

alter table connection add column trouble_code text;
alter table connection add column trouble_why text;
alter table connection add column trouble_since bigint;
alter table connection add column next_probe bigint;
alter table connection add column probes integer not null default 0;
alter table connection add column limited_since bigint;
alter table connection add column resumed bigint not null default 0; -- how often somebody said that it is well again
