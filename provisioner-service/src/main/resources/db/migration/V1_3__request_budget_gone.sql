-- The version before shares the requests by request_place (V1_2), so nobody reads this any more.
drop table request_budget;
