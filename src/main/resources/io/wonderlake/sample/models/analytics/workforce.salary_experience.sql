-- name: salary_experience
-- tier: analytics
-- database: workforce_analytics
-- description: Salary and experience of each employee, for a scatter chart.
-- owner: people@madhatter.example
-- inputs: [workforce_curated.employee]
-- key: [employeeid]
select
    employeeid,
    department,
    educationlevel,
    yearsofexperience,
    salary
from workforce_curated.employee
