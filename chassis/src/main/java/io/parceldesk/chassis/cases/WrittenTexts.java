package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.contact.FreeText;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** The free texts of a case as people wrote them. */
@ApplicationScoped
class WrittenTexts {
  private static final Pattern SEALED = Pattern.compile("eyJ[\\w-]+[.][.].*");
  private static final Pattern WORD = Pattern.compile("_([a-z])");

  private final Sql sql;

  WrittenTexts(Sql sql) {
    this.sql = sql;
  }

  /** Those in which a view masks something, by the names that views give them. */
  Map<String, String> hidden(Cases<?> cases, UUID id) {
    var hidden = new TreeMap<String, String>();
    sql.list(
        """
        select text.key, text.value #>> '{}' as value from %s c, jsonb_each(to_jsonb(c)) as text
         where c.id = ? and text.key = any(?) and jsonb_typeof(text.value) = 'string'
        """
            .formatted(cases.table()),
        row -> hidden.put(member(row.getString("key")), row.getString("value")),
        id,
        List.copyOf(cases.personal().all()));
    hidden.values().removeIf(text -> SEALED.matcher(text).matches() || !hides(text));
    return hidden;
  }

  private static boolean hides(String text) {
    return !text.equals(FreeText.masked(text));
  }

  private static String member(String column) {
    return WORD.matcher(column).replaceAll(letter -> letter.group(1).toUpperCase());
  }
}
