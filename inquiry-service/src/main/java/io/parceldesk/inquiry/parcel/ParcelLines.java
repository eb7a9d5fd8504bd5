package io.parceldesk.inquiry.parcel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads NDJSON line by line, so that one wrong line does not cost the others. */
@ApplicationScoped
class ParcelLines {
  private final ObjectMapper json;
  private final Forms forms;

  ParcelLines(ObjectMapper json, Forms forms) {
    this.json = json;
    this.forms = forms;
  }

  /** Blank lines count for the numbers, which begin at 1, and for nothing else. */
  List<ParcelLine> read(String body) {
    var lines = new ArrayList<ParcelLine>();
    var number = 0;
    for (var line : body.split("\r?\n", -1)) {
      number++;
      if (!line.isBlank()) {
        lines.add(read(number, line));
      }
    }
    if (lines.isEmpty()) {
      throw new InvalidBody("", "at least one line is required");
    }
    return lines;
  }

  private ParcelLine read(int number, String line) {
    try {
      return ParcelLine.right(number, forms.valid(json.readValue(line, ParcelForm.class)));
    } catch (JsonProcessingException e) {
      return ParcelLine.wrong(number, InvalidBody.unreadable(e).errors());
    } catch (InvalidBody e) {
      return ParcelLine.wrong(number, e.errors());
    }
  }
}
