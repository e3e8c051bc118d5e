-- title: Sales by month
-- question: How do sales and commission run over the months?
-- domain: tickit
select
    year,
    month,
    sum(sales) as sales,
    sum(qtysold) as tickets,
    sum(pricepaid) as pricepaid,
    sum(commission) as commission
from tickit_analytics.sales_by_date
group by year, month
order by year, month
