package io.parceldesk.chassis.identity;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caller of the running request, or the service itself where no request runs. */
@ApplicationScoped
public class CurrentCaller {
  private final SecurityIdentity identity;
  private final Caller service;

  CurrentCaller(
      SecurityIdentity identity,
      @ConfigProperty(name = "quarkus.application.name") String serviceName) {
    this.identity = identity;
    this.service = Caller.service(serviceName);
  }

  public Caller get() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return service;
    }
    return new Caller(name(), Set.copyOf(identity.getRoles()), claim("outlet"));
  }

  /** The token's name claim where it has one, else its subject. */
  private String name() {
    var name = claim("name");
    return name == null ? identity.getPrincipal().getName() : name;
  }

  private String claim(String claim) {
    return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? token.getClaim(claim)
        : null;
  }
}
