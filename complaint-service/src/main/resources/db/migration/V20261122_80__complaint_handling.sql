-- who took an escalation on: its ladder stops there
alter table complaint add column escalation_taken_by text;
alter table complaint add column escalation_taken_at timestamptz;
-- the customer had complained on the waybill within 30 days before
alter table complaint add column repeated boolean;
-- what a customer who was not satisfied said, the newest last
alter table complaint add column customer_points text;
-- why a manager closed it although the customer is not satisfied (AMB-35)
alter table complaint add column unsatisfied_reason text;
-- what became of the money, as claims-service told
alter table complaint add column claim_outcome text check (claim_outcome in ('PAID', 'REFUSED'));
-- what an outlet answered by itself, sealed as it came
alter table complaint add column outlet_statement text;
-- the code of the platform that the complaint came from
alter table complaint add column external_category text;

-- causes are codes now; what was written freely before is kept in the finding
update complaint set finding = cause || ': ' || coalesce(finding, ''), cause = 'OTHER'
 where cause is not null and cause not in (
   'WEATHER', 'TRAFFIC_JAM', 'TRAFFIC_ACCIDENT', 'VEHICLE_FAILURE', 'FLIGHT_DELAY',
   'SUBCONTRACTOR', 'NOT_DELIVERED_IN_TIME', 'FORGOTTEN', 'SINGLE_HANDED_STEP',
   'WEAK_SUPERVISION', 'STAFF_QUALITY', 'INTERNAL_THEFT', 'SEVERAL_TRANSFERS',
   'POOR_EQUIPMENT', 'ROUGH_HANDLING', 'UNTRAINED_STAFF', 'PROFIT_OVER_SERVICE',
   'BLAME_SHIFTING', 'UNKNOWN_NUMBER', 'PHONE_SUSPENDED', 'UNCLEAR_ADDRESS', 'OUT_OF_AREA',
   'OTHER');

-- who answers for the loss (CMP-12): [{"person", "share", "recordedBy"}]
alter table complaint add column accountability jsonb;
