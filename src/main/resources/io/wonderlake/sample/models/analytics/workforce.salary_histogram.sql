-- name: salary_histogram
-- tier: analytics
-- database: workforce_analytics
-- description: How many employees earn what, in steps of 10,000 dollars.
-- owner: people@madhatter.example
-- inputs: [workforce_curated.employee]
-- key: [salary_from]
-- checks:
--   - name: employees_lost
--     description: Every employee with a salary is counted once.
--     query: >-
--       select count(*) from (select sum(employees) as n from {table}) as t
--       cross join (select count(salary) as n from workforce_curated.employee) as e where t.n <> e.n
--     severity: error
select
    10000 * cast(floor(cast(salary as double precision) / 10000) as integer) as salary_from,
    10000 * cast(floor(cast(salary as double precision) / 10000) as integer) + 10000 as salary_below,
    count(*) as employees
from workforce_curated.employee
where salary is not null
group by cast(floor(cast(salary as double precision) / 10000) as integer)
