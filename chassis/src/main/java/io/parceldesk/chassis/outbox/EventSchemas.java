package io.parceldesk.chassis.outbox;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The JSON Schemas of the contracts. In tests and sandbox every event is held to its schema. */
@ApplicationScoped
class EventSchemas {
  private final boolean validating;
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  EventSchemas(@ConfigProperty(name = "parceldesk.events.validate") boolean validating) {
    this.validating = validating;
  }

  /** {@code urn:parceldesk:schema:complaint-escalated:v1} */
  String uriOf(String type) {
    return "urn:parceldesk:schema:" + EventTypes.shortName(type).replace(".v", ":v");
  }

  void validate(String type, String data) {
    if (!validating) {
      return;
    }
    var errors = schemas.computeIfAbsent(type, this::load).validate(data, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(type + " breaks its schema: " + errors);
    }
  }

  private JsonSchema load(String type) {
    return factory.getSchema(
        SchemaLocation.of("classpath:schemas/" + EventTypes.shortName(type) + ".json"));
  }
}
