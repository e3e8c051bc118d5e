-- name: top_sellers
-- tier: analytics
-- database: tickit_analytics
-- description: The hundred users who sold for the most money.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.sales, tickit_curated.users]
-- key: [sellerid]
with by_seller as (
    select
        sellerid,
        count(*) as sales,
        cast(sum(qtysold) as bigint) as qtysold,
        cast(sum(pricepaid) as decimal(18, 2)) as pricepaid,
        row_number() over (order by sum(pricepaid) desc nulls last, sellerid) as place
    from tickit_curated.sales
    group by sellerid
)
select
    b.place,
    b.sellerid,
    u.username,
    u.firstname,
    u.lastname,
    u.city,
    u.state,
    b.sales,
    b.qtysold,
    b.pricepaid
from by_seller as b
left join tickit_curated.users as u on u.userid = b.sellerid
where b.place <= 100
