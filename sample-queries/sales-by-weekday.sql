-- title: Sales by weekday
-- question: On which weekday are the most tickets sold, and for how much on average?
-- domain: tickit
select
    d.day,
    sum(s.qtysold) as tickets,
    sum(s.pricepaid) as pricepaid,
    cast(cast(sum(s.pricepaid) as double precision) / sum(s.qtysold) as decimal(12, 2)) as average_price
from tickit_curated.sales as s
join tickit_curated.date as d on d.dateid = s.dateid
group by d.day
order by 2 desc nulls last, d.day
