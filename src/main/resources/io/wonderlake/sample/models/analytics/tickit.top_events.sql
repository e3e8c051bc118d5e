-- name: top_events
-- tier: analytics
-- database: tickit_analytics
-- description: The hundred events whose tickets sold for the most money.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.event_enriched, tickit_curated.sales]
-- key: [eventid]
with by_event as (
    select
        eventid,
        count(*) as sales,
        cast(sum(qtysold) as bigint) as qtysold,
        cast(sum(pricepaid) as decimal(18, 2)) as pricepaid,
        row_number() over (order by sum(pricepaid) desc nulls last, eventid) as place
    from tickit_curated.sales
    group by eventid
)
select
    b.place,
    b.eventid,
    e.eventname,
    e.catgroup,
    e.catname,
    e.venuename,
    e.venuecity,
    e.starttime,
    b.sales,
    b.qtysold,
    b.pricepaid
from by_event as b
left join tickit_curated.event_enriched as e on e.eventid = b.eventid
where b.place <= 100
