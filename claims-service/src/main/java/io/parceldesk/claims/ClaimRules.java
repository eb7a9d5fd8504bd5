package io.parceldesk.claims;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The terms by which claims are handled; a file with a slip in it does not start. */
@Singleton
public class ClaimRules {
  private static final String FILE = "claims/handling.yaml";

  private final ClaimTerms terms;

  ClaimRules() {
    this.terms = read();
  }

  public ClaimTerms terms() {
    return terms;
  }

  private static ClaimTerms read() {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readValue(file, ClaimTerms.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
