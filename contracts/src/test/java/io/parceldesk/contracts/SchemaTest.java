package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema stands alone, is closed, and says of a record just what the record says of itself. */
class SchemaTest {
  private static final Map<Class<?>, String> SIMPLE =
      Map.of(
          String.class, "string",
          Instant.class, "string",
          LocalDate.class, "string",
          LocalTime.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          boolean.class, "boolean",
          Boolean.class, "boolean");

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void isAValidSchema(Contract contract) {
    var meta = VersionFlag.V202012;

    var errors =
        JsonSchemaFactory.getInstance(meta)
            .getSchema(SchemaLocation.of(meta.getId()))
            .validate(contract.schema());

    assertThat(errors).isEmpty();
    assertThat(contract.schema().path("$schema").asText()).isEqualTo(meta.getId());
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void isNamedAfterItsEvent(Contract contract) {
    assertThat(contract.schema().path("$id").asText())
        .isEqualTo("urn:parceldesk:schema:" + contract.name() + ":v1");
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void saysWhatTheRecordSays(Contract contract) {
    assertSame(contract.name(), contract.record(), Shape.of(contract.schema()));
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void carriesTheSharedDefinitionsAsTheyAre(Contract contract) {
    var shared = Contract.json("schemas/common.v1.json").path("$defs");

    for (var definition : contract.schema().path("$defs").properties()) {
      assertThat(definition.getValue()).isEqualTo(shared.get(definition.getKey()));
    }
  }

  @Test
  void noSharedDefinitionIsIdle() {
    var used = new TreeSet<String>();
    Contract.all().forEach(c -> c.schema().path("$defs").fieldNames().forEachRemaining(used::add));

    assertThat(Contract.json("schemas/common.v1.json").path("$defs").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static void assertSame(String path, Class<?> type, Shape shape) {
    var components = components(type);
    assertThat(shape.properties().keySet()).as(path).isEqualTo(components.keySet());
    assertThat(shape.limits()).as(path).containsEntry("additionalProperties", "false");
    components.forEach(
        (name, component) -> {
          var child = shape.properties().get(name);
          assertThat(child.description()).as(path + "/" + name).isNotBlank();
          // what may be left out may be null, and what must be there is not
          assertThat(child.nullable())
              .as(path + "/" + name)
              .isNotEqualTo(shape.required().contains(name));
          assertFits(path + "/" + name, component, child);
        });
  }

  private static void assertFits(String path, RecordComponent component, Shape shape) {
    var type = component.getType();
    if (type.isPrimitive()) {
      assertThat(shape.nullable()).as(path).isFalse();
    }
    if (SIMPLE.containsKey(type)) {
      assertThat(shape.types()).as(path).contains(SIMPLE.get(type));
    } else if (type.isEnum()) {
      assertThat(shape.values())
          .as(path)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    } else if (type.isRecord()) {
      assertSame(path, type, shape);
    } else {
      var element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      assertFitsAll(path, (Class<?>) element, shape.items());
    }
    assertThat(shape.limits().get("format")).as(path).isEqualTo(format(type));
  }

  private static void assertFitsAll(String path, Class<?> element, Shape items) {
    if (SIMPLE.containsKey(element)) {
      assertThat(items.types()).as(path).containsExactly(SIMPLE.get(element));
    } else {
      assertSame(path, element, items);
    }
  }

  private static String format(Class<?> type) {
    return type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : null;
  }

  private static Map<String, RecordComponent> components(Class<?> type) {
    var components = new LinkedHashMap<String, RecordComponent>();
    for (var component : type.getRecordComponents()) {
      var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      components.put(renamed == null ? component.getName() : renamed.value(), component);
    }
    return components;
  }
}
