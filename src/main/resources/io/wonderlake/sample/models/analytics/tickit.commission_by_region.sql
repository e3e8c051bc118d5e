-- name: commission_by_region
-- tier: analytics
-- database: tickit_analytics
-- description: Commission by the state of the venue, with its share of the whole in percent.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.event_enriched, tickit_curated.sales]
-- key: [venuestate]
with by_state as (
    select
        coalesce(e.venuestate, 'unknown') as venuestate,
        cast(sum(s.commission) as decimal(18, 2)) as commission
    from tickit_curated.sales as s
    left join tickit_curated.event_enriched as e on e.eventid = s.eventid
    group by coalesce(e.venuestate, 'unknown')
)
select
    b.venuestate,
    b.commission,
    cast(100 * cast(b.commission as double precision) / cast(t.commission as double precision) as decimal(12, 2)) as share
from by_state as b
cross join (select sum(commission) as commission from by_state) as t
