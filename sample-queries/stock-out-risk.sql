-- title: Stock-out risk
-- question: Which products run out of stock first, and in which warehouse?
-- domain: retail
select
    sku,
    warehouse_id,
    on_hand,
    units_out,
    days_of_cover,
    risk
from retail_analytics.stock_out_risk
where risk in ('high', 'medium')
order by days_of_cover, sku, warehouse_id
