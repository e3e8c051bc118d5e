-- question: What do buyers like, and how much do those who like it spend?
-- domain: tickit
select
    likes,
    buyers,
    qtysold,
    pricepaid,
    round(cast(pricepaid as double precision) / buyers, 2) as spent_by_each
from tickit_analytics.buyer_likes
order by pricepaid desc nulls last, likes
