package io.parceldesk.notification.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.view.AsWritten;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the words of a message for one channel in one language. */
@Schema(name = "Template")
@JsonInclude(JsonInclude.Include.NON_NULL)
@AsWritten
record TemplateView(
    String key,
    String locale,
    MessageChannel channel,
    int version,
    String subject,
    String body,
    String html,
    @Schema(description = "Who wrote it, or shipped") String author,
    Instant createdAt,
    List<TemplateView> versions) {

  static TemplateView of(WordingRepository.Stored stored) {
    return of(stored.wording(), stored.author(), stored.createdAt(), null);
  }

  static TemplateView of(Wording wording) {
    return of(wording, null, null, null);
  }

  /** The newest, with all. */
  static TemplateView of(List<WordingRepository.Stored> versions) {
    var newest = versions.get(0);
    return of(
        newest.wording(),
        newest.author(),
        newest.createdAt(),
        versions.stream().map(TemplateView::of).toList());
  }

  private static TemplateView of(
      Wording wording, String author, Instant createdAt, List<TemplateView> versions) {
    return new TemplateView(
        wording.id().key(),
        wording.id().locale(),
        wording.id().channel(),
        wording.id().version(),
        wording.source().subject(),
        wording.source().body(),
        wording.source().html(),
        author,
        createdAt,
        versions);
  }
}
