package io.parceldesk.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.notification.Outcome.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes many deliveries in one statement: they travel as one JSON array of rows. */
@ApplicationScoped
class DeliveryBatches {
  /**
   * Whoever inserts the key plans the delivery. Where deliveries are in one table still, what the
   * release before has planned has no key, and the table's own one tells.
   */
  private static final String PLAN =
      """
      with told as materialized (
        select p.*, delivery_key(p."eventSource", p."eventId", p.recipient, p.channel) as key
          from rows from (jsonb_to_recordset(?::jsonb) as (
            id uuid, digest uuid, "fallbackOf" uuid, fallback text, "eventSource" text, "eventId" text, "eventType" text, "eventAt" timestamptz,
            "caseNumber" text, outlet text, rule text, template text, audience text, channel text,
            class text, recipient text, "recipientMasked" text, lane text, suppressed text,
            "firstAttemptAt" timestamptz, "notAfter" timestamptz, "smsParts" int, payload text, traceparent text))
            with ordinality as p),
      wanted as materialized (select distinct on (key) * from told order by key, ordinality),
      fresh as (
        insert into delivery_key (key) select key from wanted on conflict do nothing returning key)
      insert into delivery
        (id, digest, fallback_of, fallback, event_source, event_id, event_type, event_at, case_number, outlet, rule, template,
         audience, channel, class, recipient, recipient_masked, lane, status, reason,
         next_attempt_at, not_after, settled_at, sms_parts, payload, traceparent)
      select coalesce(p.id, uuidv7()), p.digest, p."fallbackOf", p.fallback, p."eventSource", p."eventId", p."eventType", p."eventAt", p."caseNumber", p.outlet,
             p.rule, p.template, p.audience, p.channel, p.class, p.recipient, p."recipientMasked",
             p.lane, case when p.suppressed is null then 'PENDING' else 'SUPPRESSED' end,
             p.suppressed, p."firstAttemptAt", p."notAfter",
             case when p.suppressed is not null then now() end, p."smsParts", p.payload, p.traceparent
        from wanted p join fresh using (key) order by p.ordinality
      on conflict do nothing
      returning channel, class, status
      """;

  /**
   * Only the holder of the lease decides; but that an SMS did leave is believed of anybody. The ids
   * and their bounds are said once more, so that only their months are looked into.
   */
  private static final String FINISH =
      """
      update delivery d
         set status = f.status,
             reason = f.error,
             attempt = d.attempt - case when f.outcome = 'POSTPONED' then 1 else 0 end,
             next_attempt_at = case
               when f.status = 'UNKNOWN' and d.possible_duplicate then 'infinity'
               when f."afterMillis" is null then d.next_attempt_at
               else now() + f."afterMillis" * interval '1 ms' end,
             sent_at = case when f.status = 'SENT' then now() else d.sent_at end,
             settled_at = case when f.status = 'FAILED' then now() end,
             unsure_part = f."unsurePart",
             lease_until = null,
             lease_token = null
        from jsonb_to_recordset(?::jsonb) as f (
          id uuid, token uuid, status text, outcome text, "afterMillis" bigint, error text,
          "unsurePart" int)
       where d.id = f.id and d.id = any(?) and d.id between ? and ?
         and (d.status = 'SENDING' and d.lease_token = f.token
              or d.status = 'UNKNOWN' and f.status = 'SENT')
      """
          + SettledDelivery.RETURNING;

  private static final String LOG =
      """
      insert into delivery_attempt
        (delivery_id, attempt, carrier, started_at, finished_at, outcome, code, error)
      select f.id, f.attempt, f.carrier, f."startedAt", f."finishedAt", f.outcome, f.code, f.error
        from jsonb_to_recordset(?::jsonb) as f (
          id uuid, attempt int, carrier text, "startedAt" timestamptz, "finishedAt" timestamptz,
          outcome text, code int, error text)
       where f.outcome <> 'POSTPONED' and f.id = (select id from delivery where id = f.id)
      on conflict do nothing
      """;

  private static final String PARTS =
      """
      insert into sms_part (delivery_id, part, gateway, message_id)
      select p.id, p.part, p.gateway, p."messageId"
        from jsonb_to_recordset(?::jsonb) as p (
          id uuid, part int, gateway text, "messageId" text)
       where p.id = (select id from delivery where id = p.id)
      on conflict do nothing
      """;

  private final Sql sql;
  private final Seal seal;
  private final ObjectMapper json;
  private final DeliveryEvents events;
  private final MessageMeters meters;

  DeliveryBatches(
      Sql sql, Seal seal, ObjectMapper json, DeliveryEvents events, MessageMeters meters) {
    this.sql = sql;
    this.seal = seal;
    this.json = json;
    this.events = events;
    this.meters = meters;
  }

  int plan(List<PlannedDelivery> planned) {
    if (planned.isEmpty()) {
      return 0;
    }
    var stored =
        sql.list(
            PLAN,
            row ->
                new MessageMeters.Planned(
                    row.getString("channel"), row.getString("class"), row.getString("status")),
            toJson(planned.stream().map(this::row).toList()));
    meters.planned(stored);
    return stored.size();
  }

  void finish(List<FinishedAttempt> attempts) {
    var rows = attempts.stream().map(DeliveryBatches::row).toList();
    var ids = rows.stream().map(FinishRow::id).sorted().toList();
    var finished =
        sql.list(
            FINISH, SettledDelivery::of, toJson(rows), ids, ids.get(0), ids.get(ids.size() - 1));
    write(LOG, rows);
    write(PARTS, attempts.stream().flatMap(a -> parts(a).stream()).toList());
    events.tell(finished);
  }

  private int write(String statement, List<?> rows) {
    return rows.isEmpty() ? 0 : sql.update(statement, toJson(rows));
  }

  private String toJson(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private PlanRow row(PlannedDelivery planned) {
    var links = planned.links();
    return new PlanRow(
        links.id(),
        links.digest(),
        links.fallbackOf(),
        seal.seal(links.fallback()),
        planned.eventSource(),
        planned.eventId(),
        planned.eventType(),
        planned.eventAt(),
        planned.caseNumber(),
        planned.outlet(),
        planned.rule(),
        planned.template(),
        planned.audience(),
        planned.channel(),
        planned.messageClass(),
        planned.recipient(),
        planned.recipientMasked(),
        planned.lane(),
        planned.suppressed(),
        planned.firstAttemptAt(),
        planned.notAfter(),
        planned.smsParts(),
        seal.seal(planned.message()),
        links.traceparent());
  }

  private static FinishRow row(FinishedAttempt attempt) {
    var delivery = attempt.delivery();
    var outcome = attempt.outcome();
    return new FinishRow(
        delivery.id(),
        delivery.leaseToken(),
        delivery.attempt(),
        attempt.carrier(),
        attempt.startedAt(),
        attempt.finishedAt(),
        outcome.becomes(),
        outcome.word(),
        millis(outcome.after()),
        outcome.code(),
        outcome.error(),
        outcome instanceof Unknown unknown ? unknown.part() : null);
  }

  private static Long millis(Duration duration) {
    return duration == null ? null : duration.toMillis();
  }

  private static List<PartRow> parts(FinishedAttempt attempt) {
    return attempt.outcome().parts().stream()
        .map(
            part ->
                new PartRow(
                    attempt.delivery().id(), part.number(), part.gateway(), part.messageId()))
        .toList();
  }

  private record PlanRow(
      UUID id,
      UUID digest,
      UUID fallbackOf,
      String fallback,
      String eventSource,
      String eventId,
      String eventType,
      Instant eventAt,
      String caseNumber,
      String outlet,
      String rule,
      String template,
      String audience,
      MessageChannel channel,
      @JsonProperty("class") MessageClass messageClass,
      String recipient,
      String recipientMasked,
      String lane,
      String suppressed,
      Instant firstAttemptAt,
      Instant notAfter,
      Integer smsParts,
      String payload,
      String traceparent) {}

  private record FinishRow(
      UUID id,
      UUID token,
      int attempt,
      String carrier,
      Instant startedAt,
      Instant finishedAt,
      DeliveryStatus status,
      String outcome,
      Long afterMillis,
      Integer code,
      String error,
      Integer unsurePart) {}

  private record PartRow(UUID id, int part, String gateway, String messageId) {}
}
