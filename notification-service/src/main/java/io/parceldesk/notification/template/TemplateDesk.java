package io.parceldesk.notification.template;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Where admins read and write the words. A version is added, never changed. */
@ApplicationScoped
class TemplateDesk {
  private final Transactions transactions;
  private final Sql sql;
  private final WordingRepository wordings;
  private final Vocabulary vocabulary;
  private final CurrentCaller caller;
  private final String signature;

  TemplateDesk(
      Transactions transactions,
      Sql sql,
      WordingRepository wordings,
      Vocabulary vocabulary,
      CurrentCaller caller,
      SmsConfig config) {
    this.transactions = transactions;
    this.sql = sql;
    this.wordings = wordings;
    this.vocabulary = vocabulary;
    this.caller = caller;
    this.signature = SmsText.signature(config.signature());
  }

  /** The newest words of every message. */
  List<Wording> list() {
    return wordings.all().stream()
        .sorted(Comparator.comparing(wording -> wording.id() + " " + wording.id().channel()))
        .toList();
  }

  /** By channel. */
  List<WordingRepository.Stored> newest(String key, String locale) {
    var found = transactions.run(() -> wordings.newest(key, locale));
    if (found.isEmpty()) {
      throw unknown(key, locale);
    }
    return found;
  }

  /** The newest first. */
  List<WordingRepository.Stored> versions(String key, String locale, MessageChannel channel) {
    var found = transactions.run(() -> wordings.versions(key, locale, channel));
    if (found.isEmpty()) {
      throw unknown(key, locale);
    }
    return found;
  }

  /** The first words of a message in a language are written over version 0. */
  List<WordingRepository.Stored> write(
      String key, String locale, MessageChannel channel, IfMatch ifMatch, Wording.Source source) {
    requireKnownMessage(key, locale);
    check(new Wording.Id(key, channel, locale, 0), source);
    return transactions.run(
        () -> {
          sql.list("select pg_advisory_xact_lock(hashtext('shipping'))", row -> null);
          var versions = wordings.versions(key, locale, channel);
          var current = versions.isEmpty() ? 0 : versions.get(0).wording().id().version();
          ifMatch.require(current);
          var next = new Wording(new Wording.Id(key, channel, locale, current + 1), source);
          wordings.add(next, ShippedFile.hash(source.toString()), caller.get().name());
          return wordings.versions(key, locale, channel);
        });
  }

  Wording check(Wording.Id id, Wording.Source source) {
    return WordingCheck.accept(id, source, vocabulary.longest(id.locale()), signature);
  }

  private void requireKnownMessage(String key, String locale) {
    if (!key.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")) {
      throw new DomainException(400, "bad-key", "A key is like complaint-closed.customer");
    }
    if (!locale.matches("[a-z]{2}(-[A-Z]{2})?")) {
      throw new InvalidBody("", "the locale must be like zh-CN or en");
    }
  }

  private static DomainException unknown(String key, String locale) {
    return DomainException.notFound("Template " + key + "/" + locale);
  }
}
