-- title: Commission by state
-- question: Which states bring the most commission, and what is their share?
-- domain: tickit
select
    venuestate,
    commission,
    share
from tickit_analytics.commission_by_region
order by commission desc nulls last, venuestate
limit 15
