-- title: Sales by group
-- question: What did each group of categories sell, summed up from the single sales?
-- domain: tickit
select
    c.catgroup,
    count(*) as sales,
    sum(s.pricepaid) as pricepaid
from tickit_curated.sales as s
join tickit_curated.event as e on e.eventid = s.eventid
join tickit_curated.category as c on c.catid = e.catid
group by c.catgroup
order by 3 desc nulls last
