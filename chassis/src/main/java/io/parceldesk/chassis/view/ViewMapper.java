package io.parceldesk.chassis.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.parceldesk.chassis.contact.FreeText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * How answers are written: as everything, but that phone numbers and addresses which somebody wrote
 * into a free text are masked, for everybody (REG-09). Whoever may see them has them revealed, with
 * a reason. What is stored, sealed or announced is written by the mapper of everything else.
 */
@Singleton
public class ViewMapper {
  /** The names that members of views have where people wrote what they wanted. */
  private static final Set<String> FREE_TEXTS =
      Set.of(
          "answer",
          "comment",
          "contents",
          "customerComment",
          "customerPoints",
          "demand",
          "description",
          "explanation",
          "finding",
          "goods",
          "note",
          "objection",
          "opinion",
          "outletStatement",
          "points",
          "practicalReason",
          "question",
          "reason",
          "reply",
          "returnReason",
          "statement",
          "summary",
          "text",
          "unsatisfiedReason");

  private final ObjectMapper json;

  ViewMapper(ObjectMapper json) {
    this.json =
        json.copy()
            .registerModule(new SimpleModule("free-texts").setSerializerModifier(new Masking()));
  }

  public byte[] bytes(Object view) throws IOException {
    return json.writeValueAsBytes(view);
  }

  public String text(Object view) throws IOException {
    return json.writeValueAsString(view);
  }

  private static final class Masking extends BeanSerializerModifier {
    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> members) {
      if (bean.getClassInfo().hasAnnotation(AsWritten.class)) {
        return members;
      }
      members.stream()
          .filter(member -> !member.hasSerializer())
          .filter(member -> FREE_TEXTS.contains(member.getName()))
          .filter(member -> member.getType().hasRawClass(String.class))
          .forEach(member -> member.assignSerializer(new Masked()));
      return members;
    }
  }

  private static final class Masked extends StdScalarSerializer<Object> {
    private static final long serialVersionUID = 1;

    private Masked() {
      super(Object.class);
    }

    @Override
    public void serialize(Object text, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(FreeText.masked((String) text));
    }
  }
}
