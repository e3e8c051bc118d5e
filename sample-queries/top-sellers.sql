-- title: Top sellers
-- question: Who are the twenty most successful sellers?
-- domain: tickit
select
    place,
    firstname,
    lastname,
    city,
    state,
    qtysold,
    pricepaid
from tickit_analytics.top_sellers
where place <= 20
order by place
