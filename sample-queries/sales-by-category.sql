-- title: Sales by category
-- question: How much did each category of events sell, and which categories have no events at all?
-- domain: tickit
select
    catgroup,
    catname,
    events,
    sales,
    qtysold,
    pricepaid
from tickit_analytics.sales_by_category
order by pricepaid desc nulls last, catgroup, catname
