-- name: sales_by_region
-- tier: analytics
-- database: tickit_analytics
-- description: Sales by the state of the venue; events at venues that do not exist are under "unknown".
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.event_enriched, tickit_curated.sales]
-- key: [venuestate]
with by_event as (
    select
        eventid,
        count(*) as sales,
        sum(qtysold) as qtysold,
        sum(pricepaid) as pricepaid
    from tickit_curated.sales
    group by eventid
)
select
    coalesce(e.venuestate, 'unknown') as venuestate,
    count(*) as events,
    cast(coalesce(sum(b.sales), 0) as bigint) as sales,
    cast(coalesce(sum(b.qtysold), 0) as bigint) as qtysold,
    cast(coalesce(sum(b.pricepaid), 0) as decimal(18, 2)) as pricepaid
from tickit_curated.event_enriched as e
left join by_event as b on b.eventid = e.eventid
group by coalesce(e.venuestate, 'unknown')
