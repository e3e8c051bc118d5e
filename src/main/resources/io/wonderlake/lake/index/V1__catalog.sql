create table lease (
    name text primary key,
    token text not null,
    owner text not null,
    host text not null,
    pid integer not null,
    started integer not null,
    beat integer not null
) without rowid;

create table catalog_state (
    revision integer not null
);

-- begins with the time, so that an index made anew is ahead of the one it replaces
insert into catalog_state select cast(unixepoch('subsec') * 1000 as integer);

create table catalog_table (
    id integer primary key,
    database text not null,
    name text not null,
    version integer not null,
    -- the version that the pointer beside the table's files says; behind `version` after a kill
    settled integer not null default 0,
    pointer text not null default '',
    described integer not null default 0,
    description text not null default '',
    owner text not null default '',
    unique (database, name)
);

create index catalog_unsettled on catalog_table (id) where settled < version;

create table catalog_version (
    id integer primary key,
    table_id integer not null references catalog_table (id) on delete cascade,
    version integer not null,
    -- the object that holds the version's definition
    definition text not null,
    shape text not null,
    description text not null,
    owner text not null,
    row_count integer not null,
    bytes integer not null,
    files integer not null,
    updated integer not null,
    unique (table_id, version)
);

create table catalog_partition (
    id integer primary key,
    version_id integer not null references catalog_version (id) on delete cascade,
    position integer not null,
    partition_values text not null,
    files integer not null,
    bytes integer not null,
    row_count integer not null,
    unique (version_id, position)
);

create table catalog_file (
    version_id integer not null references catalog_version (id) on delete cascade,
    path text not null,
    partition_id integer references catalog_partition (id) on delete cascade,
    size integer not null,
    row_count integer not null,
    primary key (version_id, path)
) without rowid;

create index catalog_file_partition on catalog_file (partition_id);

-- one row for each table (with an empty column) and each of its columns; all text in lower case
create table catalog_term (
    id integer primary key,
    table_id integer not null references catalog_table (id) on delete cascade,
    column_name text not null,
    name text not null,
    body text not null,
    context text not null
);

create index catalog_term_table on catalog_term (table_id);
create index catalog_term_name on catalog_term (name);

-- every three letters of a term, so that a search reads only the terms that may have its words
create virtual table catalog_term_part using fts5 (body, context, content = 'catalog_term', content_rowid = 'id', tokenize = 'trigram');

create trigger catalog_term_added after insert on catalog_term begin
    insert into catalog_term_part (rowid, body, context) values (new.id, new.body, new.context);
end;

create trigger catalog_term_removed after delete on catalog_term begin
    insert into catalog_term_part (catalog_term_part, rowid, body, context) values ('delete', old.id, old.body, old.context);
end;
