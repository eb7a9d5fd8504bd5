package io.parceldesk.notification.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds what comes in to the JSON Schema of its type, and reads it. */
@ApplicationScoped
class InboundSchemas {
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .locale(Locale.ROOT)
          .build();

  private final ObjectMapper json;
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final Map<InboundType, JsonSchema> schemas = new EnumMap<>(InboundType.class);

  /** A type as it is documented. */
  record Documented(String name, String description, JsonNode schema, JsonNode example) {}

  InboundSchemas(ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    for (var type : InboundType.values()) {
      schemas.put(type, factory.getSchema(file(type), CONFIG));
    }
  }

  List<Documented> documented() {
    return schemas.entrySet().stream()
        .map(
            entry -> {
              var schema = entry.getValue().getSchemaNode();
              return new Documented(
                  entry.getKey().wireName(),
                  schema.path("description").asText(),
                  schema,
                  schema.at("/examples/0"));
            })
        .toList();
  }

  /** 400 with a pointer to every wrong place; the values, which may be personal, are not shown. */
  Saying read(String body) {
    var said = parse(body);
    var type =
        InboundType.named(said.path("type").asText())
            .orElseThrow(() -> new InvalidBody("/type", "is not a type of GET /inbound/types"));
    var errors = schemas.get(type).validate(said);
    if (!errors.isEmpty()) {
      throw new InvalidBody(errors.stream().map(InboundSchemas::error).distinct().toList());
    }
    var number = CaseNumber.parse(said.at("/data/case").asText());
    type.requireAnswers(number);
    return new Saying(type, number, text(said, "/data/answer"), statement(said));
  }

  private JsonNode parse(String body) {
    try {
      var said = json.readTree(body);
      if (said != null && said.isObject()) {
        return said;
      }
    } catch (JsonProcessingException e) {
      throw new DomainException(400, "malformed-json", "The request body is not well-formed JSON");
    }
    throw new InvalidBody("", "must be an object");
  }

  private static OutletStatement statement(JsonNode said) {
    var text = text(said, "/data/statement");
    return text == null
        ? null
        : new OutletStatement(text, text(said, "/data/cause"), text(said, "/data/responsible"));
  }

  private static String text(JsonNode said, String pointer) {
    return said.at(pointer).asText(null);
  }

  /** The message without the place, which the pointer says. */
  private static FieldError error(ValidationMessage message) {
    var place = message.getInstanceLocation().toString();
    var text = message.getMessage();
    return new FieldError(
        place, text.startsWith(place + ": ") ? text.substring(place.length() + 2) : text);
  }

  private JsonNode file(InboundType type) {
    var path = "inbound/" + type.wireName() + ".json";
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
