-- title: Store sales by week
-- question: How do the stores sell from week to week, each in its own currency?
-- domain: retail
select
    store_id,
    currency,
    extract(week from report_date) as week,
    sum(units_sold) as units_sold,
    sum(net) as net
from retail_analytics.store_sales_daily
group by store_id, currency, extract(week from report_date)
order by store_id, 3
