-- title: Salary by age
-- question: How much is paid in salaries at each age?
-- domain: workforce
select
    age,
    sum(salary) as salary
from workforce_curated.employee
group by age
order by 2 desc nulls last, age
