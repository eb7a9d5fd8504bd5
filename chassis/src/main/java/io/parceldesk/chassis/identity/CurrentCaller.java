package io.parceldesk.chassis.identity;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caller of the running request, or the service itself where no request runs. */
@Startup // so that a wrong configuration is told then, not to the first caller
@ApplicationScoped
public class CurrentCaller {
  private final SecurityIdentity identity;
  private final Roles roles;
  private final ClaimPath outlet;
  private final ClaimPath name;
  private final Caller service;

  CurrentCaller(
      SecurityIdentity identity,
      Roles roles,
      IdentityConfig config,
      @ConfigProperty(name = "quarkus.application.name") String serviceName) {
    this.identity = identity;
    this.roles = roles;
    this.outlet = ClaimPath.of(config.outletClaim());
    this.name = ClaimPath.of(config.nameClaim());
    this.service = Caller.service(serviceName);
  }

  public Caller get() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return service;
    }
    return new Caller(
        claim(name).orElseGet(() -> identity.getPrincipal().getName()),
        roles.of(identity.getRoles()),
        claim(outlet).orElse(null));
  }

  /** Who does what nobody asked for, also while a request runs: a limit passed. */
  public Caller service() {
    return service;
  }

  /** Where a token would say it, for a caller whose token does not. */
  String outletClaim() {
    return outlet.toString();
  }

  private Optional<String> claim(ClaimPath path) {
    return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? path.textIn(token.getClaims()::getClaimValue)
        : Optional.empty();
  }
}
