-- of what the system declared because nothing was heard of it, nobody knows the cause (PRB-09), and nobody has it
-- in custody (REG-14): a clock that runs already ends without consequence
update problem_parcel set category = 'UNKNOWN'
 where category = 'HUMAN' and occasion in ('NO_SCAN', 'LIMIT_NEAR') and closed_at is null;
