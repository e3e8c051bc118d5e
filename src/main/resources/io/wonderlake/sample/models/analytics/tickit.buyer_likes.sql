-- name: buyer_likes
-- tier: analytics
-- database: tickit_analytics
-- description: What buyers say they like, and what they bought. A buyer who likes several things counts for each of them.
-- owner: tickets@madhatter.example
-- inputs: [tickit_curated.sales, tickit_curated.users]
-- key: [likes]
with by_buyer as (
    select
        buyerid,
        sum(qtysold) as qtysold,
        sum(pricepaid) as pricepaid
    from tickit_curated.sales
    group by buyerid
),
liked as (
    select 'sports' as likes, userid from tickit_curated.users where likesports
    union all
    select 'theatre' as likes, userid from tickit_curated.users where liketheatre
    union all
    select 'concerts' as likes, userid from tickit_curated.users where likeconcerts
    union all
    select 'jazz' as likes, userid from tickit_curated.users where likejazz
    union all
    select 'classical' as likes, userid from tickit_curated.users where likeclassical
    union all
    select 'opera' as likes, userid from tickit_curated.users where likeopera
    union all
    select 'rock' as likes, userid from tickit_curated.users where likerock
    union all
    select 'vegas' as likes, userid from tickit_curated.users where likevegas
    union all
    select 'broadway' as likes, userid from tickit_curated.users where likebroadway
    union all
    select 'musicals' as likes, userid from tickit_curated.users where likemusicals
)
select
    l.likes,
    count(*) as buyers,
    cast(sum(b.qtysold) as bigint) as qtysold,
    cast(sum(b.pricepaid) as decimal(18, 2)) as pricepaid
from liked as l
join by_buyer as b on b.buyerid = l.userid
group by l.likes
