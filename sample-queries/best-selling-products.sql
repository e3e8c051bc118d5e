-- title: Best-selling products
-- question: Which products sell best in each currency area?
-- domain: retail
with by_product as (
    select
        currency,
        sku,
        sum(units_sold) as units_sold,
        sum(net) as net,
        rank() over (partition by currency order by sum(net) desc nulls last) as place
    from retail_curated.sales_report
    group by currency, sku
)
select
    currency,
    place,
    sku,
    units_sold,
    net
from by_product
where place <= 5
order by currency, place, sku
