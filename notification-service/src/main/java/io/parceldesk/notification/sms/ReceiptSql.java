package io.parceldesk.notification.sms;

import io.parceldesk.notification.SettledDelivery;

/** The statements of {@link ReceiptMatcher}, in the order in which it runs them. */
final class ReceiptSql {
  private ReceiptSql() {}

  /** Whether no other replica is matching. */
  static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('sms-receipts'))";

  static final String OPEN =
      """
      select * from sms_receipt where next_match_at <= now()
       order by next_match_at, id limit ?
      """;

  /**
   * The same number decides between messages whose ids look alike in another base. Parts are looked
   * up one by one, in the months from the id on.
   */
  static final String BY_ID =
      """
      select distinct on (r.id) r.id as receipt, p.delivery_id, p.part
        from jsonb_to_recordset(?::jsonb) as r (
               id bigint, gateway text, "messageIds" text[], recipient text)
        cross join unnest(r."messageIds") with ordinality as m (id, place)
        cross join lateral (
               select * from sms_part
                where gateway = r.gateway and message_id = m.id and delivery_id >= ? offset 0) p
        cross join lateral (
               select recipient from delivery
                where id = p.delivery_id
                  and status in ('SENT', 'UNKNOWN', 'DELIVERED', 'UNDELIVERED') offset 0) d
       order by r.id, d.recipient = r.recipient desc, m.place, p.accepted_at desc
      """;

  /** The smallest id of what was planned so long before; whatever is older is looked for later. */
  static final String RECENT = "select month_value('uuid', now() - interval '60 days')::uuid as id";

  /** The parts, of messages to this number whose fate is unknown, that no answer came for. */
  static final String UNKNOWN =
      """
      select d.id, n.part from delivery d, generate_series(1, d.sms_parts) as n (part)
       where d.recipient = ? and d.status = 'UNKNOWN'
         and n.part <> all (array(select part from sms_part where delivery_id = d.id))
      """;

  static final String LOCK = "select id from delivery where id = any(?) order by id for update";

  /** A delivered part stays so, whatever else is said of it later. */
  static final String RECORD =
      """
      insert into sms_part (delivery_id, part, gateway, message_id, state, error, receipt_at)
      select distinct on (m.delivery, m.part)
             m.delivery, m.part, r.gateway, r."messageIds"[1], r.state, r.error, now()
        from jsonb_to_recordset(?::jsonb) as m (receipt bigint, delivery uuid, part int)
        join jsonb_to_recordset(?::jsonb) as r (
               id bigint, gateway text, "messageIds" text[], state text, error text)
          on r.id = m.receipt
       order by m.delivery, m.part, r.state
      on conflict (delivery_id, part) do update
         set state = excluded.state, error = excluded.error, receipt_at = excluded.receipt_at
       where sms_part.state is distinct from 'DELIVERED'
      """;

  /**
   * The message has arrived when all of its parts have, and has not when one of them has not. When
   * nothing is unsure any more and parts are left, they are sent now.
   */
  static final String SETTLE =
      """
      update delivery d
         set status = p.becomes,
             reason = case when p.becomes = 'UNDELIVERED' then p.error end,
             next_attempt_at = case when p.becomes = 'PENDING' then now()
                                    else d.next_attempt_at end,
             sent_at = case when p.becomes in ('UNKNOWN', 'PENDING') then d.sent_at
                            else coalesce(d.sent_at, now()) end,
             settled_at = case when p.becomes in ('DELIVERED', 'UNDELIVERED') then now() end
        from (select o.id, max(p.error) filter (where p.state = 'UNDELIVERED') as error,
                     case when count(*) filter (where p.state = 'UNDELIVERED') > 0
                            then 'UNDELIVERED'
                          when count(*) filter (where p.state = 'DELIVERED') = o.sms_parts
                            then 'DELIVERED'
                          when count(*) = o.sms_parts then 'SENT'
                          when o.status = 'UNKNOWN'
                               and count(*) filter (where p.part <= o.unsure_part) = o.unsure_part
                            then 'PENDING'
                          else o.status end as becomes
                from delivery o join sms_part p on p.delivery_id = o.id
               where o.id = any(?) and p.delivery_id = any(?) group by o.id) p
       where d.id = p.id and d.id = any(?) and d.status in ('SENT', 'UNKNOWN', 'UNDELIVERED', 'DELIVERED')
      """
          + SettledDelivery.RETURNING;

  static final String DONE =
      "update sms_receipt set next_match_at = null where id = any(?::bigint[]) and received_at >="
          + " ?";

  /** Soon at first, then ever more rarely; what belongs to nobody is given up after three days. */
  static final String LATER =
      """
      update sms_receipt
         set tries = tries + 1,
             next_match_at = case when received_at > now() - interval '3 days' then
               now() + least(interval '1 hour', interval '100 ms' * power(2, least(tries, 16))) end
       where id = any(?::bigint[]) and received_at >= ?
      """;
}
