-- name: sales_by_date
-- tier: analytics
-- database: tickit_analytics
-- description: Sales of each day of the calendar; a day without sales has zeros.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.date, tickit_curated.sales]
-- partitionedBy: [year, month]
-- key: [caldate]
select
    d.year,
    d.month_number as month,
    d.caldate,
    d.day,
    d.week,
    d.holiday,
    count(s.salesid) as sales,
    cast(coalesce(sum(s.qtysold), 0) as bigint) as qtysold,
    cast(coalesce(sum(s.pricepaid), 0) as decimal(18, 2)) as pricepaid,
    cast(coalesce(sum(s.commission), 0) as decimal(18, 2)) as commission
from tickit_curated.date as d
left join tickit_curated.sales as s on s.dateid = d.dateid
group by d.year, d.month_number, d.caldate, d.day, d.week, d.holiday
