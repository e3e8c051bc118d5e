-- title: Salary by skill
-- question: How much is paid in salaries for each skill?
-- domain: workforce
select
    skills,
    sum(salary) as salary
from workforce_curated.employee
group by skills
order by 2 desc nulls last, skills
