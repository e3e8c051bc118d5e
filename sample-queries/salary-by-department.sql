-- title: Salary by department
-- question: How much does each department pay in salaries?
-- domain: workforce
select
    department,
    sum(salary) as salary
from workforce_curated.employee
group by department
order by 2 desc nulls last, department
