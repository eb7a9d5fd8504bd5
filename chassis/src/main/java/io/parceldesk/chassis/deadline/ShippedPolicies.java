package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The policies of {@code policies/*.yaml} on the service's class path, by their ids. */
final class ShippedPolicies {
  private static final TypeReference<LinkedHashMap<String, PolicyTerms>> POLICIES =
      new TypeReference<>() {};

  private ShippedPolicies() {}

  static Map<String, PolicyTerms> all() {
    return ShippedFile.folder("policies", file -> RulesJson.readYaml(file, POLICIES));
  }
}
