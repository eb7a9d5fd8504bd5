select d.id, n.part from delivery d, generate_series(1, d.sms_parts) as n (part)
       where d.recipient = 'abc' and d.status = 'UNKNOWN' and n.part <> all (array(select part from sms_part where delivery_id = d.id));
