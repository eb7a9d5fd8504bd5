-- other outlets and departments that were asked for their part (CMP-20), each with its questions, the newest last:
-- [{"id", "party": {"outlet", "department", "assignee"}, "questions": [{"question", "askedAt", "answer", "withdrawnAt", …}]}];
-- questions and answers are sealed
alter table complaint add column joint_parties jsonb;
-- what an outlet was asked, for its worklist
create index complaint_joint_parties on complaint using gin (joint_parties jsonb_path_ops)
  where joint_parties is not null;

-- the number of the complaint that it was merged into
alter table complaint add column merged_into text;
alter table complaint add check ((status = 'MERGED') = (merged_into is not null));
-- those whose complaints were merged into it and who hear of it too: [{"number", "contact"}], contacts sealed
alter table complaint add column duplicates jsonb;
