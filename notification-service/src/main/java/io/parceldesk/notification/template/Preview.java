package io.parceldesk.notification.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.notification.EventShape;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.MailLayout;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.notification.Wording;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Shows words as a recipient would read them, on an example or an event of the caller's. */
@ApplicationScoped
class Preview {
  private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");
  private static final String OUTLET = "路路通广州天河网点";

  private final TemplateDesk desk;
  private final Transactions transactions;
  private final Sql sql;
  private final Vocabulary vocabulary;
  private final ObjectMapper json;
  private final Seal seal;
  private final String signature;

  Preview(
      TemplateDesk desk,
      Transactions transactions,
      Sql sql,
      Vocabulary vocabulary,
      ObjectMapper json,
      Seal seal,
      SmsConfig config) {
    this.desk = desk;
    this.transactions = transactions;
    this.sql = sql;
    this.vocabulary = vocabulary;
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.seal = seal;
    this.signature = SmsText.signature(config.signature());
  }

  PreviewView of(String key, String locale, PreviewForm form) {
    var wording = wording(key, locale, form);
    var values = values(key, locale, form);
    try {
      return form.channel() == MessageChannel.SMS
          ? sms(wording, values)
          : mail(wording, values, locale);
    } catch (TemplateException | IllegalArgumentException e) {
      throw new InvalidBody("/body", "cannot be rendered: " + e.getMessage());
    }
  }

  /** What is being written, else what is in use. */
  private Wording wording(String key, String locale, PreviewForm form) {
    if (form.body() == null) {
      return desk.versions(key, locale, form.channel()).get(0).wording();
    }
    return desk.check(
        new Wording.Id(key, form.channel(), locale, 0),
        new Wording.Source(form.subject(), form.body(), form.html()));
  }

  private Map<String, Object> values(String key, String locale, PreviewForm form) {
    if (Vocabulary.isOfAnEndpoint(key)) {
      return vocabulary.longest(locale);
    }
    if (Vocabulary.isDigest(key)) {
      var alerts =
          List.of(
              new Vocabulary.Alert("complaint-escalated", "CMP-261120-00042Q"),
              new Vocabulary.Alert("complaint-escalated", "CMP-261120-00043O"),
              new Vocabulary.Alert("deadline-breached", "CMP-261120-00042Q"));
      return vocabulary.digest(alerts, OUTLET, locale);
    }
    var type = form.event() == null ? eventOf(key) : form.event();
    var data = form.data() == null ? sample(type) : form.data();
    return vocabulary.values(happening(type, data), OUTLET, locale, HOME);
  }

  private Happening happening(String type, JsonNode data) {
    try {
      var facts = json.treeToValue(data.path("case"), CaseFacts.class);
      if (facts == null || facts.number() == null) {
        throw new InvalidBody("/data/case", "needs at least a number");
      }
      var meta =
          new EventMeta(
              "preview",
              "/preview",
              "io.parceldesk." + type + ".v1",
              facts.number(),
              now(),
              1,
              null);
      return new Happening(meta, facts, data);
    } catch (JsonProcessingException e) {
      throw new InvalidBody("/data/case", "does not fit the event");
    }
  }

  private JsonNode sample(String type) {
    var data =
        EventShape.sample(type)
            .filter(event -> event.has("case"))
            .orElseThrow(() -> new InvalidBody("/event", "is not an event of a case"));
    return data.has("accessCode")
        ? ((ObjectNode) data).put("accessCode", seal.seal(new OneTimeCode("K7QM4-XW2PD")))
        : data;
  }

  /** The first event that a rule tells with these words, else the one that the key is named for. */
  private String eventOf(String key) {
    return transactions
        .run(
            () ->
                sql.first(
                    """
                    select definition->>'event' as event from routing_rule
                     where definition->>'message' = ? order by position, version desc limit 1
                    """,
                    row -> row.getString("event"),
                    key))
        .orElse(key.replaceFirst("\\..*", ""));
  }

  private PreviewView sms(Wording wording, Map<String, Object> values) {
    var text = new SmsText(signature + wording.body(values));
    return new PreviewView(
        text.text(), null, null, text.text().length(), text.segments(), text.parts());
  }

  private static PreviewView mail(Wording wording, Map<String, Object> values, String locale) {
    var subject = wording.subject(values);
    var text = wording.body(values);
    var own = wording.html(values);
    var html = own == null ? MailLayout.html(locale, subject, text) : own;
    return new PreviewView(text, subject, html, null, null, null);
  }

  private Instant now() {
    return transactions.run(
        () -> sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow());
  }
}
