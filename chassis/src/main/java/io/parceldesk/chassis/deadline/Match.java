package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cases that a policy is for. What is left out (null) does not matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
    CaseKind caseKind,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<String> category,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<Integer> stars,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<CustomerTier> tier,
    Boolean urgent,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<Channel> channel) {

  /** Sorted, so that the same content is the same text in every run. */
  public Match {
    category = sorted(category);
    stars = sorted(stars);
    tier = sorted(tier);
    channel = sorted(channel);
  }

  static <T> Set<T> sorted(Set<T> some) {
    return some == null ? null : Collections.unmodifiableSet(new TreeSet<>(some));
  }

  public boolean fits(CaseProfile profile) {
    return isFor(profile.kind())
        && allows(category, profile.category())
        && allows(stars, profile.stars())
        && allows(tier, profile.tier())
        && (urgent == null || urgent == profile.urgent())
        && allows(channel, profile.channel());
  }

  public boolean isFor(CaseKind kind) {
    return caseKind == null || caseKind == kind;
  }

  /** How much it asks for: of two policies that fit, the more particular one applies. */
  int particulars() {
    return (int) Stream.of(category, stars, tier, urgent, channel).filter(Objects::nonNull).count();
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed == null || (value != null && allowed.contains(value));
  }
}
