package io.parceldesk.complaint.evidence;

import io.parceldesk.complaint.evidence.EvidencePage.Fact;
import io.parceldesk.complaint.evidence.EvidencePage.Section;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Puts evidence on paper: the same content as the JSON, in words. */
@ApplicationScoped
class EvidencePrint {
  private final Template template;

  EvidencePrint(@Location("evidence") Template template) {
    this.template = template;
  }

  String page(EvidenceBundle bundle) {
    var words = new EvidenceWords(bundle.language());
    var evidence = bundle.evidence();
    var cases = new CaseSections(words);
    var page =
        new EvidencePage(
            bundle.language(),
            words.text("title"),
            evidence.appeal().authorityReference() + " · " + evidence.appeal().number(),
            Stream.of(
                    Stream.of(cases.of(evidence.appeal())),
                    evidence.complaints().stream().map(cases::of),
                    Stream.of(new ParcelSection(words).of(evidence.parcels())),
                    Stream.of(new MessageSection(words).of(evidence.messages())),
                    Stream.of(new RuleSection(words).of(evidence)))
                .flatMap(sections -> sections)
                .toList(),
            closing(bundle, words),
            List.of(words.text("sign.person"), words.text("sign.date"), words.text("sign.seal")),
            words.text("note"));
    return template.data("page", page).render();
  }

  private static List<Fact> closing(EvidenceBundle bundle, EvidenceWords words) {
    return List.of(
        new Fact(words.text("generatedAt"), words.time(bundle.generatedAt())),
        new Fact("SHA-256", bundle.sha256()));
  }

  /** Facts that are not known are left out. */
  static List<Fact> known(Stream<Fact> facts) {
    return facts.filter(fact -> fact.value() != null && !fact.value().isBlank()).toList();
  }

  /** A section with tables only. */
  static Section section(String heading, EvidencePage.Table... tables) {
    return new Section(heading, List.of(), List.of(tables));
  }
}
