package io.parceldesk.notification.directory;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Outlets as a CSV file (RFC 4180, UTF-8, a header line): what a spreadsheet writes and reads. A
 * cell that a spreadsheet would take for a formula is written with an apostrophe in front, and read
 * without it.
 */
@ApplicationScoped
class OutletTable {
  private static final int MOST_LINES = 2_000;
  private static final int MOST_ERRORS = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern DEFUSED = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private final CsvMapper csv =
      CsvMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonGenerator.Feature.IGNORE_UNKNOWN)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Forms forms;

  OutletTable(Forms forms) {
    this.forms = forms;
  }

  String write(List<OutletView> outlets) {
    try {
      var rows = outlets.stream().map(OutletLine::of).map(this::defused).toList();
      return BYTE_ORDER_MARK
          + csv.writerFor(List.class)
              .with(csv.schemaFor(OutletLine.class).withHeader())
              .writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> defused(OutletLine line) {
    Map<String, Object> row =
        csv.convertValue(
            line, csv.getTypeFactory().constructMapType(TreeMap.class, String.class, Object.class));
    row.replaceAll(
        (column, cell) ->
            cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell);
    return row;
  }

  /** Every outlet by its line, the header being line 1; refused with all that is wrong. */
  SortedMap<Integer, OutletForm> read(byte[] file) {
    var errors = new ArrayList<FieldError>();
    var forms = new TreeMap<Integer, OutletForm>();
    var codes = new HashSet<String>();
    var rows = rows(text(file));
    for (var i = 0; i < rows.size() && errors.size() < MOST_ERRORS; i++) {
      var line = i + 2;
      try {
        var form = form(rows.get(i));
        if (!codes.add(form.code())) {
          throw new InvalidBody("/code", "is in the file twice");
        }
        forms.put(line, form);
      } catch (InvalidBody e) {
        e.errors().forEach(error -> errors.add(at(line, error)));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidBody(errors);
    }
    return forms;
  }

  private OutletForm form(Map<String, String> row) {
    try {
      var form = forms.valid(csv.convertValue(row, OutletLine.class).toForm());
      if (form.code() == null) {
        throw new InvalidBody("/code", "is required");
      }
      form.toFacts(); // whatever else it refuses
      return form;
    } catch (IllegalArgumentException e) {
      throw e.getCause() instanceof JsonMappingException mapping
          ? InvalidBody.unreadable(mapping)
          : new InvalidBody("", e.getMessage());
    }
  }

  private List<Map<String, String>> rows(String text) {
    var columns = Set.copyOf(columns());
    try (var lines =
        csv.readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(text)) {
      var rows = new ArrayList<Map<String, String>>();
      while (lines.hasNext()) {
        var row = lines.next();
        var unknown = row.keySet().stream().filter(name -> !columns.contains(name)).findFirst();
        if (unknown.isPresent()) {
          throw new InvalidBody("/lines/1", "has an unknown column; there are " + columns());
        }
        rows.add(read(row));
        if (rows.size() > MOST_LINES) {
          throw new DomainException(413, "body-too-large", "A file has at most 2000 outlets");
        }
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      throw e instanceof DomainException refusal
          ? refusal
          : new DomainException(400, "malformed-csv", "The file is not CSV with a header line");
    }
  }

  private List<String> columns() {
    var names = new ArrayList<String>();
    csv.schemaFor(OutletLine.class).forEach(column -> names.add(column.getName()));
    return names;
  }

  private static Map<String, String> read(Map<String, String> row) {
    return row.entrySet().stream()
        .filter(cell -> cell.getValue() != null && !cell.getValue().isBlank())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                cell ->
                    DEFUSED.matcher(cell.getValue()).matches()
                        ? cell.getValue().substring(1)
                        : cell.getValue()));
  }

  private static String text(byte[] file) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DomainException(400, "malformed-csv", "The file is not UTF-8");
    }
  }

  private static FieldError at(int line, FieldError error) {
    return new FieldError("/lines/" + line + error.pointer(), error.message());
  }
}
