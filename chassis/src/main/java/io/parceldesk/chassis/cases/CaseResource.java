package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.DeadlineExplanation;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.timeline.TimelineEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** What can be read of cases of every kind. A subclass gives the path and the view. */
public abstract class CaseResource<C extends Case, V> {
  private final Cases<C> cases;
  private final CaseReading reading;

  protected CaseResource(Cases<C> cases, CaseReading reading) {
    this.cases = cases;
    this.reading = reading;
  }

  protected abstract V view(CaseFile<C> file);

  /** Those of a page; a subclass that reads more for a view reads it for all at once. */
  protected List<V> views(List<CaseFile<C>> files) {
    return files.stream().map(this::view).toList();
  }

  @GET
  @Operation(
      summary = "A page of cases, oldest first, or by the next deadline with sort=dueAt",
      description =
          "Open ones only, unless the query says otherwise. An outlet sees its own. The cursor in"
              + " next goes on where the page ended, with the same filters and sort.")
  public Page<V> list(@BeanParam CaseQuery query) {
    var page = reading.worklist().page(cases, query);
    return new Page<>(views(page.items()), page.next());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "One case; its version is the ETag")
  public RestResponse<V> one(@PathParam("number") CaseNumber number) {
    var file = cases.file(number);
    return CaseAnswers.ok(file, view(file));
  }

  @GET
  @Path("{number}/timeline")
  @Operation(summary = "Who did what, and when, in the order of its happening")
  public Page<TimelineEntry> timeline(@PathParam("number") CaseNumber number) {
    return new Page<>(reading.timeline().of(cases.file(number).subject().id()), null);
  }

  @GET
  @Path("{number}/deadlines")
  @Operation(
      summary = "The clocks of the case, each with why it is due when it is",
      description = "In Chinese or English, as Accept-Language says.")
  public RestResponse<Page<DeadlineExplanation>> deadlines(
      @PathParam("number") CaseNumber number, @Context HttpHeaders headers) {
    var subject = cases.file(number).subject();
    var languages = headers.getAcceptableLanguages();
    return explained(
        new Page<>(reading.explanations().of(subject.id(), languages), null), languages);
  }

  @GET
  @Path("{number}/deadlines/{kind}")
  @Operation(
      summary = "One clock of the case and why it is due when it is",
      description = "In Chinese or English, as Accept-Language says.")
  public RestResponse<DeadlineExplanation> deadline(
      @PathParam("number") CaseNumber number,
      @Parameter(example = "RESOLVE") @PathParam("kind") String kind,
      @Parameter(
              description = "Which of several of the kind; without it, the one that is due soonest")
          @QueryParam("about")
          String about,
      @Context HttpHeaders headers) {
    var subject = cases.file(number).subject();
    var languages = headers.getAcceptableLanguages();
    return explained(reading.explanations().of(subject.id(), kind, about, languages), languages);
  }

  private <T> RestResponse<T> explained(T explanation, List<Locale> languages) {
    return RestResponse.ResponseBuilder.ok(explanation)
        .header(HttpHeaders.CONTENT_LANGUAGE, reading.explanations().languageFor(languages))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @POST
  @Path("{number}/contact-reveal")
  @Operation(
      summary = "Shows the customer's contact once; who asked and why goes into the timeline",
      description =
          "Also free texts of the case in which views mask a phone number, an address or the"
              + " number of an account or paper.")
  public Revealed reveal(@PathParam("number") CaseNumber number, @Valid @NotNull RevealForm form) {
    return reading.reveal().of(cases, number, form.reason());
  }

  @POST
  @Path("{number}/legal-hold")
  @Operation(
      summary = "Keeps a case that may be needed before a court from anonymisation and erasure",
      description =
          "What was merged with it is kept too. 409 already-held; 410 once it was anonymised.")
  public RestResponse<V> hold(
      @PathParam("number") CaseNumber number, @Valid @NotNull HoldForm form) {
    var file = reading.holds().place(cases, number, form.reason());
    return CaseAnswers.ok(file, view(file));
  }

  @POST
  @Path("{number}/legal-hold-release")
  @Operation(summary = "Ends a legal hold: the periods of the case count again. 409 not-held")
  public RestResponse<V> release(
      @PathParam("number") CaseNumber number, @Valid @NotNull HoldForm form) {
    var file = reading.holds().release(cases, number, form.reason());
    return CaseAnswers.ok(file, view(file));
  }

  /** Why a case is held, or is not any more. */
  public record HoldForm(@NotBlank @Size(max = 500) String reason) {}

  /** Why somebody has to see personal data. */
  public record RevealForm(@NotBlank @Size(max = 500) String reason) {}
}
