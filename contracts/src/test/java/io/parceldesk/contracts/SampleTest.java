package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample is what goes over the wire, whole. */
class SampleTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void isValid(Contract contract) {
    assertThat(errors(contract, contract.sample())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void showsEveryField(Contract contract) {
    assertThat(contract.sample().fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Shape.of(contract.schema()).properties().keySet());
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void goesThroughItsRecordWithoutLoss(Contract contract) throws JsonProcessingException {
    var event = Contract.JSON.treeToValue(contract.sample(), contract.record());

    assertThat(Contract.JSON.<JsonNode>valueToTree(event)).isEqualTo(contract.sample());
    assertThat(Contract.JSON.readValue(Contract.JSON.writeValueAsString(event), contract.record()))
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void isValidWithoutWhatMayBeNull(Contract contract) {
    var without = (ObjectNode) contract.sample();
    var nulled = (ObjectNode) contract.sample();
    Shape.of(contract.schema())
        .properties()
        .forEach(
            (name, shape) -> {
              if (shape.nullable()) {
                without.remove(name);
                nulled.putNull(name);
              }
            });

    assertThat(errors(contract, without)).isEmpty();
    assertThat(errors(contract, nulled)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void isRefusedWithSomethingMore(Contract contract) {
    var more = ((ObjectNode) contract.sample()).put("phone", "13800000000");

    assertThat(errors(contract, more)).isNotEmpty();
  }

  @Test
  void aContactInClearIsRefused() {
    var filed =
        Contract.all().stream().filter(c -> c.name().equals("claim-filed")).findFirst().get();
    var clear = ((ObjectNode) filed.sample()).put("contact", "{\"phone\": \"13800000000\"}");

    assertThat(errors(filed, clear)).isNotEmpty();
  }

  private static Set<ValidationMessage> errors(Contract contract, JsonNode data) {
    return SCHEMAS.getSchema(contract.schema(), STRICT).validate(data);
  }
}
