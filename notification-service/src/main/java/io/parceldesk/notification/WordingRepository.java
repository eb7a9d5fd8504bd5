package io.parceldesk.notification;

import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest words of every message. */
@ApplicationScoped
public class WordingRepository {
  private static final String DEFAULT_LOCALE = "zh-CN";
  private static final String NEWEST =
      """
      select distinct on (key, channel, locale) * from message_template
       order by key, channel, locale, version desc
      """;

  private final Sql sql;
  private final AfterCommit afterCommit;
  private final Recent<Map<Slot, Wording>> current;

  private record Slot(String key, MessageChannel channel, String locale) {}

  WordingRepository(Sql sql, Transactions transactions, AfterCommit afterCommit) {
    this.sql = sql;
    this.afterCommit = afterCommit;
    this.current = new Recent<>(Duration.ofSeconds(5), () -> transactions.run(this::newest));
  }

  /** In the language asked for, else in its wider form, else in Chinese: zh-TW, zh, zh-CN. */
  public Optional<Wording> find(String key, MessageChannel channel, String locale) {
    var shelf = current.get();
    return Stream.of(locale, Locale.forLanguageTag(locale).getLanguage(), DEFAULT_LOCALE)
        .map(language -> shelf.get(new Slot(key, channel, language)))
        .filter(wording -> wording != null)
        .findFirst();
  }

  /** Every message in every language, as it is now. */
  public List<Wording> all() {
    return List.copyOf(current.get().values());
  }

  /** Another version of the words; the replicas use it within seconds. */
  public void add(Wording wording, String hash, String author) {
    var id = wording.id();
    var source = wording.source();
    sql.update(
        """
        insert into message_template
          (key, channel, locale, version, subject, body, html, hash, author)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id.key(),
        id.channel(),
        id.locale(),
        id.version(),
        source.subject(),
        source.body(),
        source.html(),
        hash,
        author);
    afterCommit.run(current::forget);
  }

  /** Words as they are stored. */
  public record Stored(Wording wording, String author, Instant createdAt) {}

  /** The newest version of each channel. */
  public List<Stored> newest(String key, String locale) {
    return sql.list(
        """
        select distinct on (channel) * from message_template where key = ? and locale = ?
         order by channel, version desc
        """,
        WordingRepository::stored,
        key,
        locale);
  }

  /** The newest first; empty where nothing is said. */
  public List<Stored> versions(String key, String locale, MessageChannel channel) {
    return sql.list(
        """
        select * from message_template where key = ? and locale = ? and channel = ?
         order by version desc
        """,
        WordingRepository::stored,
        key,
        locale,
        channel);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(wording(row), row.getString("author"), SqlValue.instant(row, "created_at"));
  }

  private Map<Slot, Wording> newest() {
    return sql.list(NEWEST, WordingRepository::wording).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                w -> new Slot(w.id().key(), w.id().channel(), w.id().locale()),
                Function.identity()));
  }

  private static Wording wording(ResultSet row) throws SQLException {
    return new Wording(
        new Wording.Id(
            row.getString("key"),
            MessageChannel.valueOf(row.getString("channel")),
            row.getString("locale"),
            row.getInt("version")),
        new Wording.Source(row.getString("subject"), row.getString("body"), row.getString("html")));
  }
}
