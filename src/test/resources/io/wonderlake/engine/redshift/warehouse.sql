-- What Redshift has and PostgreSQL lacks, as far as the engine asks for it, and a little data.
create schema redshift;
create view redshift.svv_all_schemas as
    select current_database()::text as database_name, nspname::text as schema_name, 'local'::text as schema_type from pg_namespace
    union all select current_database()::text, 'spectrum', 'external';
create view redshift.svv_all_tables as
    select current_database()::text as database_name, n.nspname::text as schema_name, c.relname::text as table_name,
        case c.relkind when 'r' then 'TABLE' else 'VIEW' end as table_type, obj_description(c.oid) as remarks
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v')
    union all select current_database()::text, 'spectrum', 'clicks', 'EXTERNAL TABLE', null;
create view redshift.svv_all_columns as
    select current_database()::text as database_name, table_schema::text as schema_name, table_name::text, column_name::text, ordinal_position::integer,
        column_default::text, is_nullable::text, data_type::text, character_maximum_length::integer, numeric_precision::integer, numeric_scale::integer,
        col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position) as remarks
    from information_schema.columns
    union all select current_database()::text, 'spectrum', 'clicks', 'at', 1, null, 'YES', 'timestamp without time zone', null, null, null, null
    union all select current_database()::text, 'spectrum', 'clicks', 'page', 2, null, 'YES', 'character varying', 200, null, null, null;
create view redshift.svv_external_schemas as
    select 1 as esoid, 1 as eskind, 'spectrum'::text as schemaname, 'clicks_curated'::text as databasename, '{}'::text as esoptions;

create schema tickit;
create table tickit.sales (salesid integer not null, qty smallint, price numeric(8,2), saletime timestamp);
comment on table tickit.sales is 'One row for each sale.';
comment on column tickit.sales.qty is 'Tickets sold.';
insert into tickit.sales values (1, 2, 10.50, timestamp '2008-02-18 02:36:48'), (2, 4, null, null);
create view tickit.big_sales as select * from tickit.sales where qty > 3;
create table tickit.event (eventid integer, eventname varchar(200));
create schema secret;
create table secret.salary (id integer, amount numeric(38,4));

set password_encryption = 'md5';
create role analyst login password 's3cret-Word';
alter role analyst set search_path = tickit, public, redshift;
grant usage on schema tickit, redshift to analyst;
grant all on all tables in schema tickit to analyst;
grant create on schema tickit to analyst;
grant select on all tables in schema redshift to analyst;
create role stranger login password 'none';
create function tickit.sneak() returns integer language sql as 'insert into tickit.sales (salesid) values (99) returning salesid';
