-- name: event_enriched
-- tier: curated
-- database: tickit_curated
-- description: Each event with its category and its venue; where the venue is not known, its name is "unknown".
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.event, tickit_curated.category, tickit_curated.venue]
-- key: [eventid]
-- checks:
--   - name: events_lost
--     description: Every event is there once.
--     query: select count(*) from tickit_curated.event as e left join {table} as t on t.eventid = e.eventid where t.eventid is null
--     severity: error
select
    e.eventid,
    e.eventname,
    e.starttime,
    e.dateid,
    e.catid,
    c.catgroup,
    c.catname,
    e.venueid,
    coalesce(v.venuename, 'unknown') as venuename,
    v.venuecity,
    v.venuestate,
    v.venueseats,
    e._object,
    e._row,
    e._upload
from tickit_curated.event as e
left join tickit_curated.category as c on c.catid = e.catid
left join tickit_curated.venue as v on v.venueid = e.venueid
