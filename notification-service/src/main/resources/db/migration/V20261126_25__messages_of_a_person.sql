-- what is held on a customer; those of outlets and departments are no person's
create index delivery_of_customer on delivery (recipient, id) where payload is not null and outlet is null;
