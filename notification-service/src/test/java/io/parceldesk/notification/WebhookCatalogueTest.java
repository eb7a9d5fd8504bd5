package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookCatalogueTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WebhookData DATA = new WebhookData(JSON);
  private static final WebhookCatalogue CATALOGUE = new WebhookCatalogue(JSON, DATA);

  static Stream<WebhookCatalogue.Type> types() {
    return CATALOGUE.types().stream();
  }

  @Test
  void namesEveryTypeThatCanBeSubscribedTo() {
    assertThat(CATALOGUE.types())
        .extracting(WebhookCatalogue.Type::name)
        .containsExactlyInAnyOrderElementsOf(WebhookType.catalogue())
        .contains("complaint.escalated", "claim.filed", "deadline.breached");
  }

  @ParameterizedTest
  @MethodSource("types")
  void hasAnExampleThatFitsItsSchema(WebhookCatalogue.Type type) {
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                type.schema(),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

    assertThat(schema.validate(type.example())).isEmpty();
    assertThat(type.description()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("types")
  void fitsItsSchemaAlsoWhereTheEventSaysLittle(WebhookCatalogue.Type type) throws Exception {
    var event = withoutNullables(type);
    var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(type.schema());

    assertThat(schema.validate(DATA.of(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void promisesNothingThatIsNotTold(WebhookCatalogue.Type type) {
    var promised = type.schema().path("properties");

    assertThat(List.of("contact", "by", "statement")).noneMatch(promised::has);
    assertThat(type.schema().at("/$defs/case/properties").has("tier")).isFalse();
    assertThat(type.schema().at("/$defs/owner/properties").has("assignee")).isFalse();
    assertThat(type.schema().path("$defs").has("sealed")).isFalse();
    assertThat(type.example().toString()).doesNotContain("eyJ", "assignee");
    assertThat(type.example().at("/case/waybill").asText("*")).contains("*");
  }

  /** The event with everything null that may be. */
  private static JsonNode withoutNullables(WebhookCatalogue.Type type) throws Exception {
    var file = type.name().replace('.', '-') + ".v1.json";
    var event = (ObjectNode) read("samples/" + file);
    var properties = read("schemas/" + file).path("properties");
    for (var name : (Iterable<String>) properties::fieldNames) {
      if (properties.get(name).toString().contains("\"null\"")) {
        event.putNull(name);
      }
    }
    var facts = (ObjectNode) event.get("case");
    facts.putNull("waybill").putNull("outlet").putNull("department");
    return event;
  }

  private static JsonNode read(String path) throws Exception {
    try (var file = WebhookCatalogueTest.class.getClassLoader().getResourceAsStream(path)) {
      return JSON.readTree(file);
    }
  }
}
