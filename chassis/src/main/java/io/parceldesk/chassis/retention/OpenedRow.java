package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Columns of a row as JSON for the person that they are about; what is sealed is opened. */
@ApplicationScoped
public class OpenedRow {
  private static final Pattern COMPACT_JWE = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*){4}");

  private final Sql sql;
  private final Seal seal;
  private final ObjectMapper json;

  OpenedRow(Sql sql, Seal seal, ObjectMapper json) {
    this.sql = sql;
    this.seal = seal;
    this.json = json;
  }

  /** Empty columns are left out. */
  public ObjectNode of(String table, UUID id, Collection<String> facts, Collection<String> told) {
    var row =
        sql.first(
                "select jsonb_strip_nulls(to_jsonb(r)) as r from %s r where id = ?"
                    .formatted(table),
                found -> parse(found.getString("r")),
                id)
            .orElseThrow();
    var shown = json.createObjectNode();
    for (var columns : List.of(facts, told)) {
      columns.stream()
          .sorted()
          .filter(row::has)
          .forEach(column -> shown.set(column, opened(row.get(column))));
    }
    return shown;
  }

  private JsonNode opened(JsonNode value) {
    return value.isTextual() && COMPACT_JWE.matcher(value.textValue()).matches()
        ? seal.open(value.textValue(), JsonNode.class)
        : value;
  }

  private JsonNode parse(String row) {
    try {
      return json.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
