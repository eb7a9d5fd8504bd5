-- the trace that a message goes on with (W3C): from the request to the hand-off in one picture
alter table delivery add column traceparent text;
