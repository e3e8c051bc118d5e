-- title: Buyers' likes
-- question: What do buyers like, and how much do those who like it spend?
-- domain: tickit
select
    likes,
    buyers,
    qtysold,
    pricepaid,
    cast(cast(pricepaid as double precision) / buyers as decimal(12, 2)) as spent_by_each
from tickit_analytics.buyer_likes
order by pricepaid desc nulls last, likes
