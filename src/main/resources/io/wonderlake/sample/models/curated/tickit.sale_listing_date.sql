-- name: sale_listing_date
-- tier: curated
-- database: tickit_curated
-- description: Each sale with the offer that it took and the day on which it was made.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.sales, tickit_curated.listing, tickit_curated.date]
-- key: [salesid]
-- checks:
--   - name: oversold
--     description: No sale has more tickets than its offer.
--     query: select count(*) from {table} where qtysold > numtickets
select
    s.salesid,
    s.listid,
    s.sellerid,
    s.buyerid,
    s.eventid,
    s.dateid,
    d.caldate,
    d.day,
    d.week,
    d.month_number,
    d.qtr,
    d.year,
    d.holiday,
    s.qtysold,
    s.pricepaid,
    s.commission,
    s.saletime,
    l.numtickets,
    l.priceperticket,
    l.totalprice,
    l.listtime,
    s._object,
    s._row,
    s._upload
from tickit_curated.sales as s
left join tickit_curated.listing as l on l.listid = s.listid
left join tickit_curated.date as d on d.dateid = s.dateid
