-- title: Salary histogram
-- question: How are salaries spread?
-- domain: workforce
select
    salary_from,
    salary_below,
    employees
from workforce_analytics.salary_histogram
order by salary_from
