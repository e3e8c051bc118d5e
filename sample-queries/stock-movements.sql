-- title: Stock movements
-- question: How many pieces went into and out of each warehouse in each week?
-- domain: retail
select
    warehouse_id,
    extract(week from log_ts) as week,
    sum(case when event = 'IN' then quantity else 0 end) as pieces_in,
    sum(case when event = 'OUT' then quantity else 0 end) as pieces_out
from retail_curated.inventory_log
group by warehouse_id, extract(week from log_ts)
order by warehouse_id, 2
