-- when an undelivered parcel comes near its thorough-delay limit, and whether that was noticed
-- (PRB-02). A parcel that was known before has no such time: it is noticed at the limit itself.
alter table parcel
  add column thorough_near_at timestamptz,
  add column thorough_near_told boolean not null default false;
-- whose limit has passed was told so: it is no news
update parcel set thorough_near_told = true where thorough_told;

-- what the system noticed; null where somebody else declared it
alter table problem_parcel add column occasion text;
