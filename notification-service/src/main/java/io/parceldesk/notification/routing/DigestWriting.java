package io.parceldesk.notification.routing;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.PlannedDelivery.Links;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.notification.WebhookType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Puts a digest into words: how many alerts of which kind, about which cases. */
@ApplicationScoped
class DigestWriting {
  static final String SOURCE = "/notification-service";
  static final String KEY = "digest.outlet";
  private static final String TYPE = "io.parceldesk.notification-digest.v1";

  private final Composing composing;
  private final Vocabulary vocabulary;
  private final OutletRepository outlets;
  private final Seal seal;
  private final BlindIndex index;

  DigestWriting(
      Composing composing,
      Vocabulary vocabulary,
      OutletRepository outlets,
      Seal seal,
      BlindIndex index) {
    this.composing = composing;
    this.vocabulary = vocabulary;
    this.outlets = outlets;
    this.seal = seal;
    this.index = index;
  }

  /** A message that the digest tells. */
  record Collected(
      String eventType,
      String caseNumber,
      String outlet,
      String rule,
      String audience,
      String lane,
      String recipientMasked,
      Instant notAfter,
      String payload) {}

  static Collected told(ResultSet row) throws SQLException {
    return new Collected(
        WebhookType.shortName(row.getString("event_type")),
        row.getString("case_number"),
        row.getString("outlet"),
        row.getString("rule"),
        row.getString("audience"),
        row.getString("lane"),
        row.getString("recipient_masked"),
        SqlValue.instant(row, "not_after"),
        row.getString("payload"));
  }

  PlannedDelivery write(Digests.Closing digest, List<Collected> told) {
    var first = told.get(0);
    var address = seal.open(first.payload(), Message.class).address();
    var values =
        vocabulary.digest(
            told.stream()
                .map(one -> new Vocabulary.Alert(one.eventType(), one.caseNumber()))
                .toList(),
            nameOf(first.outlet(), digest.locale()),
            digest.locale());
    var composed = composing.compose(KEY, digest.channel(), digest.locale(), values, address);
    return new PlannedDelivery(
        SOURCE,
        digest.id().toString(),
        TYPE,
        digest.closesAt(),
        null,
        first.outlet(),
        first.rule(),
        composed.template(),
        first.audience(),
        digest.channel(),
        MessageClass.SERVICE,
        index.address(address), // keys may have been rotated meanwhile
        first.recipientMasked(),
        first.lane(),
        null,
        digest.closesAt(),
        told.stream().map(Collected::notAfter).max(Instant::compareTo).orElseThrow(),
        digest.channel() == MessageChannel.SMS ? composed.smsParts() : null,
        composed.message(),
        new Links(digest.id(), null, null, null, null));
  }

  private String nameOf(String code, String locale) {
    return code == null
        ? null
        : outlets.byCode(code).map(outlet -> outlet.nameIn(locale)).orElse(code);
  }
}
