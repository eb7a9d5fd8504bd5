package io.parceldesk.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final Set<String> KNOWN = Set.of("agent", "supervisor", "outlet", "admin");

  @Test
  void areThePlatformsOwnAmongManyOthers() {
    var roles = new Roles(KNOWN, Map.of());

    assertThat(roles.of(Set.of("outlet", "offline_access", "default-roles-example")))
        .containsExactly("outlet");
    assertThat(roles.of(Set.of("offline_access"))).isEmpty();
  }

  @Test
  void goByTheProvidersNamesWhereThoseAreConfigured() {
    var roles = new Roles(KNOWN, Map.of("agent", List.of("parceldesk-agent", "/desk/night")));

    assertThat(roles.of(Set.of("parceldesk-agent"))).containsExactly("agent");
    assertThat(roles.of(Set.of("/desk/night", "supervisor")))
        .containsExactlyInAnyOrder("agent", "supervisor");
  }

  /** An administrator of something else in the same company is none here. */
  @Test
  void noLongerGoByAnOwnNameThatTheConfigurationReplaces() {
    var roles = new Roles(KNOWN, Map.of("admin", List.of("parceldesk-admin")));

    assertThat(roles.of(Set.of("admin"))).isEmpty();
  }

  @Test
  void mayComeTogetherUnderOneName() {
    var roles =
        new Roles(KNOWN, Map.of("agent", List.of("desk"), "supervisor", List.of("desk", "head")));

    assertThat(roles.of(Set.of("desk"))).containsExactlyInAnyOrder("agent", "supervisor");
  }

  @Test
  void areRefusedWhereTheConfigurationNamesAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Roles(KNOWN, Map.of("agnet", List.of("desk"))))
        .withMessageContaining("agnet")
        .withMessageContaining("supervisor");
  }
}
