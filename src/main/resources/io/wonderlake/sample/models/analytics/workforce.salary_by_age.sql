-- name: salary_by_age
-- tier: analytics
-- database: workforce_analytics
-- description: Employees and salaries by age.
-- owner: people@madhatter.example
-- inputs: [workforce_curated.employee]
-- key: [age]
select
    age,
    count(*) as employees,
    cast(sum(salary) as decimal(18, 2)) as salary,
    cast(cast(sum(salary) as double precision) / count(*) as decimal(12, 2)) as average_salary
from workforce_curated.employee
group by age
