package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparer notices every kind of break, and lets additions pass. */
class CompatibilityTest {
  private static final String LANDED =
      """
      {"type": "object", "additionalProperties": false, "required": ["level", "owner"],
       "properties": {
         "level": {"type": "integer", "maximum": 3},
         "trigger": {"type": "string", "enum": ["REQUEST", "DEADLINE"]},
         "reason": {"type": ["string", "null"]},
         "owner": {"$ref": "#/$defs/owner"},
         "deadline": {"oneOf": [{"$ref": "#/$defs/owner"}, {"type": "null"}]},
         "people": {"type": "array", "items": {"$ref": "#/$defs/owner"}}},
       "$defs": {"owner": {"type": "object", "properties": {"outlet": {"type": "string"}}}}}
      """;

  @Test
  void isContentWithTheSame() {
    assertThat(Compatibility.breaks(shape(LANDED), shape(LANDED))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an optional property  | "level": {    | "note": {"type": "string"}, "level": {
          one in a definition   | "outlet": {   | "zone": {"type": "string"}, "outlet": {
          another value         | "DEADLINE"]   | "DEADLINE", "VIP"]
          another description   | "maximum": 3  | "maximum": 3, "description": "how high"
          """)
  void letsAnAdditionPass(String addition, String from, String to) {
    assertThat(Compatibility.breaks(shape(LANDED), shape(LANDED.replace(from, to)))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          removed       | "trigger": {"type": "string", "enum": ["REQUEST", "DEADLINE"]}, | `` | /trigger is gone
          renamed       | "trigger":            | "cause":                       | /trigger is gone
          retyped       | "type": "integer"     | "type": "string"               | /level: type [integer] became [string]
          newly null    | "type": "integer"     | "type": ["integer", "null"]    | /level: type [integer] became [integer, null]
          never null    | ["string", "null"]    | "string"                       | /reason: type [null, string] became [string]
          new required  | ["level", "owner"]    | ["level", "owner", "reason"]   | /reason is newly required
          not promised  | ["level", "owner"]    | ["owner"]                      | /level is no longer promised
          fewer values  | "REQUEST", "DEADLINE" | "REQUEST"                      | /trigger no longer allows [DEADLINE]
          values listed | ["string", "null"]}   | ["string", "null"], "enum": ["A", null]} | /reason allowed any value, now only [A, null]
          tightened     | "maximum": 3          | "maximum": 2                   | /level: limits {maximum=3} became {maximum=2}
          in a reference | "outlet": {"type": "string"} | "outlet": {"type": "integer"} | /owner/outlet: type [string] became [integer]
          in a nullable | "outlet": {"type": "string"} | "outlet": {"type": "integer"} | /deadline/outlet: type [string] became [integer]
          in an item    | "outlet": {"type": "string"} | "outlet": {"type": "integer"} | /people/*/outlet: type [string] became [integer]
          """)
  void noticesABreak(String kind, String from, String to, String said) {
    assertThat(LANDED).contains(from);

    assertThat(Compatibility.breaks(shape(LANDED), shape(LANDED.replace(from, to)))).contains(said);
  }

  private static Shape shape(String schema) {
    try {
      return Shape.of(Contract.JSON.readTree(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(schema, e);
    }
  }
}
