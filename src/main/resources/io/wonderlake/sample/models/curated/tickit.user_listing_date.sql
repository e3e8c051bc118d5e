-- name: user_listing_date
-- tier: curated
-- database: tickit_curated
-- description: Each offer with the user who made it and the day on which it was made.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.listing, tickit_curated.users, tickit_curated.date]
-- key: [listid]
select
    l.listid,
    l.sellerid,
    u.username,
    u.firstname,
    u.lastname,
    u.city,
    u.state,
    l.eventid,
    l.dateid,
    d.caldate,
    d.month_number,
    d.year,
    l.numtickets,
    l.priceperticket,
    l.totalprice,
    l.listtime,
    l._object,
    l._row,
    l._upload
from tickit_curated.listing as l
left join tickit_curated.users as u on u.userid = l.sellerid
left join tickit_curated.date as d on d.dateid = l.dateid
