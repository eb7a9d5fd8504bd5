package io.parceldesk.chassis.transaction;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.Embedded;
import jakarta.persistence.Transient;

/**
 * Aggregates and row records as the JSON that PostgreSQL's {@code jsonb_populate_record} turns into
 * table rows and {@code to_jsonb} makes of them: fields in snake_case, embedded values flattened.
 * It lets an opening write everything in one statement and still have the mapping in one place, the
 * entity.
 */
public final class RowJson {
  private static final ObjectMapper ROWS =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .annotationIntrospector(new PersistenceAnnotations())
          .build();

  private RowJson() {}

  public static String write(Object rows) {
    try {
      return ROWS.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return ROWS.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the annotations of Jakarta Persistence that matter for a row. */
  private static final class PersistenceAnnotations extends JacksonAnnotationIntrospector {
    @Override
    public NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
      return member.hasAnnotation(Embedded.class)
          ? NameTransformer.NOP
          : super.findUnwrappingNameTransformer(member);
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.hasAnnotation(Transient.class) || super.hasIgnoreMarker(member);
    }
  }
}
