package io.parceldesk.inquiry.page;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The pages in the words of {@code pages.yaml}; every value is escaped. */
@ApplicationScoped
class Pages {
  /** The languages that there are words in. */
  enum Language {
    zh("zh-CN"),
    en("en");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    /** What was asked for, else what the browser prefers. */
    static Language of(Language asked, HttpHeaders headers) {
      if (asked != null) {
        return asked;
      }
      return headers.getAcceptableLanguages().stream()
              .findFirst()
              .filter(first -> first.getLanguage().equals("en"))
              .isPresent()
          ? en
          : zh;
    }

    String tag() {
      return tag;
    }

    Language other() {
      return this == zh ? en : zh;
    }
  }

  private final Template code;
  private final Template answer;
  private final Template problem;
  private final Template done;
  private final Map<String, Map<String, String>> words;

  Pages(
      @Location("code.html") Template code,
      @Location("answer.html") Template answer,
      @Location("problem.html") Template problem,
      @Location("done.html") Template done) {
    this.code = code;
    this.answer = answer;
    this.problem = problem;
    this.done = done;
    words = ShippedFile.yaml("pages.yaml", new TypeReference<>() {});
  }

  /** {@code trouble} is the key of what to say about the last code, or null. */
  Response code(Language language, String trouble, int status) {
    var said = trouble == null ? null : words.get(language.tag()).get(trouble);
    return answer(status, in(language, code).data("trouble", said));
  }

  Response opened(Language language, String typed, Opened opened) {
    return opened instanceof Opened.Answer read
        ? answer(200, in(language, answer).data("read", read))
        : answer(200, problem(language, typed, (Opened.Problem) opened, null));
  }

  /** The form once more, with what is wrong. */
  Response again(Language language, DecisionFields fields, Opened opened, String wrong) {
    return opened instanceof Opened.Problem asked
        ? answer(400, problem(language, fields.code(), asked, "wrong." + wrong))
        : opened(language, fields.code(), opened);
  }

  Response done(Language language) {
    return answer(200, in(language, done));
  }

  private TemplateInstance problem(
      Language language, String typed, Opened.Problem asked, String wrong) {
    var said = words.get(language.tag());
    return in(language, problem)
        .data("asked", asked)
        .data("cause", said.get("cause." + asked.cause()))
        .data("code", typed)
        .data("offered", offered(said))
        .data("trouble", wrong == null ? null : said.getOrDefault(wrong, said.get("wrong.any")));
  }

  private static List<Choice> offered(Map<String, String> said) {
    return DecisionFields.OFFERED.stream()
        .map(kind -> new Choice(kind.name(), said.get(kind.name())))
        .toList();
  }

  /** What a sender can choose. */
  record Choice(String value, String label) {}

  private TemplateInstance in(Language language, Template page) {
    return page.data("w", words.get(language.tag()))
        .data("lang", language.name())
        .data("tag", language.tag())
        .data("other", language.other().name());
  }

  /** Nothing of it may be kept, framed or sent elsewhere. */
  private static Response answer(int status, TemplateInstance page) {
    return Response.status(status)
        .entity(page.render())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'")
        .build();
  }
}
