-- title: Attrition by satisfaction
-- question: Do employees who are less satisfied leave more often?
-- domain: workforce
select
    employeesatisfaction,
    count(*) as employees,
    sum(case when attrition = 'Yes' then 1 else 0 end) as left_us,
    cast(100 * cast(sum(case when attrition = 'Yes' then 1 else 0 end) as double precision) / count(*) as decimal(9, 1)) as left_percent
from workforce_curated.employee
group by employeesatisfaction
order by employeesatisfaction
