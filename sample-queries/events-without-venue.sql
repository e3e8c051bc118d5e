-- title: Events without venue
-- question: Which events are at venues that do not exist, and how much did they sell?
-- domain: tickit
select
    e.venueid,
    count(distinct e.eventid) as events,
    count(s.salesid) as sales,
    sum(s.pricepaid) as pricepaid
from tickit_curated.event_enriched as e
left join tickit_curated.sales as s on s.eventid = e.eventid
where e.venuename = 'unknown'
group by e.venueid
order by e.venueid
