-- name: stock_out_risk
-- tier: analytics
-- database: retail_analytics
-- description: For how many days the stock of each product in each warehouse lasts, by what went out in the last 14 days.
-- owner: warehouses@madhatter.example
-- inputs: [retail_curated.inventory_log]
-- key: [sku, warehouse_id]
with last_day as (
    select max(cast(log_ts as date)) as day
    from retail_curated.inventory_log
),
latest as (
    select
        sku,
        warehouse_id,
        on_hand,
        log_ts,
        row_number() over (partition by sku, warehouse_id order by log_ts desc, event desc) as place
    from retail_curated.inventory_log
),
outgoing as (
    select
        i.sku,
        i.warehouse_id,
        cast(sum(i.quantity) as bigint) as units_out
    from retail_curated.inventory_log as i
    cross join last_day as d
    where i.event = 'OUT' and cast(i.log_ts as date) > d.day - interval '14' day
    group by i.sku, i.warehouse_id
),
cover as (
    select
        l.sku,
        l.warehouse_id,
        l.on_hand,
        l.log_ts,
        coalesce(o.units_out, 0) as units_out,
        cast(cast(l.on_hand as double precision) * 14 / cast(nullif(o.units_out, 0) as double precision) as decimal(9, 1)) as days_of_cover
    from latest as l
    left join outgoing as o on o.sku = l.sku and o.warehouse_id = l.warehouse_id
    where l.place = 1
)
select
    sku,
    warehouse_id,
    on_hand,
    units_out,
    days_of_cover,
    case
        when days_of_cover is null then 'idle'
        when days_of_cover < 2 then 'high'
        when days_of_cover < 5 then 'medium'
        else 'low'
    end as risk,
    log_ts as last_logged
from cover
