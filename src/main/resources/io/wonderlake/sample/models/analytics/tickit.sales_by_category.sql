-- name: sales_by_category
-- tier: analytics
-- database: tickit_analytics
-- description: Events, sales and money of each category; a category without events has zeros.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.category, tickit_curated.event, tickit_curated.sales]
-- partitionedBy: [catgroup]
-- key: [catgroup, catname]
-- checks:
--   - name: total_differs
--     description: The categories add up to all sales.
--     query: >-
--       select count(*) from (select sum(pricepaid) as total from {table}) as t
--       cross join (select sum(pricepaid) as total from tickit_curated.sales) as s where t.total <> s.total
--     severity: error
with by_event as (
    select
        eventid,
        count(*) as sales,
        sum(qtysold) as qtysold,
        sum(pricepaid) as pricepaid,
        sum(commission) as commission
    from tickit_curated.sales
    group by eventid
)
select
    c.catgroup,
    c.catid,
    c.catname,
    count(e.eventid) as events,
    cast(coalesce(sum(b.sales), 0) as bigint) as sales,
    cast(coalesce(sum(b.qtysold), 0) as bigint) as qtysold,
    cast(coalesce(sum(b.pricepaid), 0) as decimal(18, 2)) as pricepaid,
    cast(coalesce(sum(b.commission), 0) as decimal(18, 2)) as commission
from tickit_curated.category as c
left join tickit_curated.event as e on e.catid = c.catid
left join by_event as b on b.eventid = e.eventid
group by c.catgroup, c.catid, c.catname
