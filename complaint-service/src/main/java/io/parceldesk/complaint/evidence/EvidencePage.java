package io.parceldesk.complaint.evidence;

import java.util.List;

/** What the template puts on paper; all of it in the reader's words. */
public record EvidencePage(
    String language,
    String title,
    String subtitle,
    List<Section> sections,
    List<Fact> closing,
    List<String> signatures,
    String note) {

  /** A case, the parcels or the messages. */
  public record Section(String heading, List<Fact> facts, List<Table> tables) {}

  /** Something that is known, with its name. */
  public record Fact(String name, String value) {}

  /** Of the same sort, one a row; without rows {@code none} is said. */
  public record Table(String caption, List<String> columns, List<List<String>> rows, String none) {}
}
