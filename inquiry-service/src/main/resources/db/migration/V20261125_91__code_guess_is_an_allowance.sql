-- wrong codes are counted with the allowances of all public routes now. The version that ran before
-- still writes here while it is being replaced: the next release drops the table.
comment on table code_guess is 'unused; dropped by the next release';
