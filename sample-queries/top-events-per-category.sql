-- title: Top events
-- question: Which three events of each category sold for the most money?
-- domain: tickit
with by_event as (
    select
        e.catname,
        e.eventname,
        e.starttime,
        sum(s.pricepaid) as pricepaid,
        row_number() over (partition by e.catname order by sum(s.pricepaid) desc nulls last, e.eventid) as place
    from tickit_curated.sales as s
    join tickit_curated.event_enriched as e on e.eventid = s.eventid
    group by e.catname, e.eventid, e.eventname, e.starttime
)
select
    catname,
    place,
    eventname,
    starttime,
    pricepaid
from by_event
where place <= 3
order by catname, place
