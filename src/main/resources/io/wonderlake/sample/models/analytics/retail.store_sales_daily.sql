-- name: store_sales_daily
-- tier: analytics
-- database: retail_analytics
-- description: What each store sold on each day, in the currency of the store.
-- owner: store-reports@madhatter.example
-- inputs: [retail_curated.sales_report]
-- key: [store_id, report_date, currency]
-- checks:
--   - name: total_differs
--     description: The days add up to all rows of the reports.
--     query: >-
--       select count(*) from (select sum(net) as total from {table}) as t
--       cross join (select sum(net) as total from retail_curated.sales_report) as s where t.total <> s.total
--     severity: error
select
    store_id,
    report_date,
    currency,
    count(distinct sku) as products,
    cast(sum(units_sold) as bigint) as units_sold,
    cast(sum(gross) as decimal(18, 2)) as gross,
    cast(sum(coalesce(discount, 0)) as decimal(18, 2)) as discount,
    cast(sum(net) as decimal(18, 2)) as net
from retail_curated.sales_report
group by store_id, report_date, currency
