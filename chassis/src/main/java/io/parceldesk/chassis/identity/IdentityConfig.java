package io.parceldesk.chassis.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;

/** What the provider's tokens call what the platform needs to know; see docs/identity.md. */
@ConfigMapping(prefix = "parceldesk.identity")
interface IdentityConfig {
  /** The path of the claim that says whose outlet a caller of role outlet is, see ClaimPath. */
  @WithDefault("outlet")
  String outletClaim();

  /** The path of the claim that people are known by: in timelines, and to the four eyes. */
  @WithDefault("name")
  String nameClaim();

  /** What the provider calls a role, by the platform's own name of it. */
  Map<String, List<String>> roles();
}
