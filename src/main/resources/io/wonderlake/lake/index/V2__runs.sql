create table run (
    id integer primary key autoincrement,
    pipeline text not null,
    state text not null,
    trigger_name text not null,
    started integer not null,
    ended integer,
    cause text not null default ''
);

create index run_pipeline on run (pipeline, id);
create index run_state on run (state) where state = 'RUNNING';

create table run_step (
    run_id integer not null references run (id) on delete cascade,
    position integer not null,
    step text not null,
    state text not null,
    attempts integer not null default 0,
    started integer,
    ended integer,
    rows_in integer not null default 0,
    rows_out integer not null default 0,
    rows_rejected integer not null default 0,
    table_name text not null default '',
    version integer not null default 0,
    cause_kind text,
    cause_message text not null default '',
    cause_advice text not null default '',
    -- the folder of its bad rows; empty for none
    quarantine text not null default '',
    primary key (run_id, position),
    unique (run_id, step)
) without rowid;

create table run_warning (
    run_id integer not null,
    step text not null,
    position integer not null,
    rule text not null,
    description text not null,
    row_count integer not null,
    -- a JSON list of the most frequent values
    top_values text not null,
    primary key (run_id, step, position),
    foreign key (run_id, step) references run_step (run_id, step) on delete cascade
) without rowid;

create table run_log (
    run_id integer not null references run (id) on delete cascade,
    number integer not null,
    time integer not null,
    level text not null,
    step text not null,
    message text not null,
    primary key (run_id, number)
) without rowid;

create index run_log_step on run_log (run_id, step, number);

-- what a crawl learnt of each raw file, so that an unchanged one is not looked into again
create table raw_file (
    dataset text not null,
    path text not null,
    size integer not null,
    modified integer not null,
    -- JSON: how to read it, its columns, its rows, or what is wrong with it
    facts text not null,
    primary key (dataset, path)
) without rowid;
