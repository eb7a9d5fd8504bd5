package io.parceldesk.chassis.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads JSON records of systems that know no CloudEvents. What identifies an event is told by the
 * form itself; its source is the topic, its subject the record's key.
 */
@ApplicationScoped
public class PlainRecords {
  private final ObjectMapper json;
  private final Forms forms;

  PlainRecords(ObjectMapper json, Forms forms) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.forms = forms;
  }

  public <E> RecordReader<E> of(Class<E> form, Function<E, String> identity) {
    return record ->
        record.value() == null
            ? Optional.empty()
            : Optional.of(received(record, parse(record.value(), form), identity));
  }

  private static <E> ReceivedEvent<E> received(
      ConsumerRecord<String, byte[]> record, E event, Function<E, String> identity) {
    var meta =
        new EventMeta(
            identity.apply(event),
            record.topic(),
            null,
            record.key(),
            null,
            0,
            EventMeta.header(record, "traceparent"));
    return new ReceivedEvent<>(event, meta);
  }

  private <E> E parse(byte[] value, Class<E> form) {
    try {
      return forms.valid(json.readValue(value, form));
    } catch (IOException e) {
      throw new UnreadableEvent("its value is not a " + form.getSimpleName(), e);
    } catch (InvalidBody e) {
      throw new UnreadableEvent("its value is not valid at " + places(e), e);
    }
  }

  /** Where, and not what: the value may be personal. */
  private static String places(InvalidBody e) {
    return String.join(", ", e.errors().stream().map(FieldError::pointer).toList());
  }
}
