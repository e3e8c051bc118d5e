-- the copy of a catalog that stands elsewhere: whether it is whole, and what it is a copy of
create table glue_copy (
    as_of integer not null,
    scope text not null
);

create table glue_table (
    database text not null,
    name text not null,
    -- null for a table that is gone, until no answer from before can come any more
    table_id integer references catalog_table (id) on delete set null,
    exact_database text not null,
    exact_name text not null,
    -- changes whenever the table does
    print text not null,
    -- whether its partition entries still show another version
    late integer not null,
    seen integer not null,
    primary key (database, name)
) without rowid;

create index glue_table_id on glue_table (table_id);

-- what a refresh has read; taken over at its end
create table glue_staged (
    database text not null,
    name text not null,
    exact_database text not null,
    exact_name text not null,
    print text not null,
    late integer not null,
    seen integer not null,
    -- the table as JSON; empty when it is as it was
    body text not null,
    primary key (database, name)
) without rowid;

create table glue_partition_copy (
    database text not null,
    name text not null,
    print text not null,
    generation integer not null,
    primary key (database, name)
) without rowid;

create table glue_partition (
    database text not null,
    name text not null,
    generation integer not null,
    sort_key text not null,
    partition_values text not null,
    location text not null,
    files integer not null,
    bytes integer not null,
    row_count integer not null,
    primary key (database, name, generation, sort_key)
) without rowid;
