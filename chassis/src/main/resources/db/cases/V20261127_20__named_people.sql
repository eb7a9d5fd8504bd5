-- also whom a case names besides its customer, each in a role (REG-10)
alter table case_subject add column role text not null default 'CUSTOMER';
alter table case_subject drop constraint case_subject_pkey;
alter table case_subject add primary key (case_id, subject, role);
