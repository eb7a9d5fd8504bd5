package io.parceldesk.chassis.identity;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.TreeSet;

/** Answers on two routes of the platform with whom the chassis takes the caller for. */
@Path("/api/v1")
class WhoAmIResource {
  private final CurrentCaller caller;

  WhoAmIResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @Path("complaints")
  public Answer asOneOfMany() {
    var asking = caller.get();
    return new Answer(asking.name(), new TreeSet<>(asking.roles()), asking.outlet());
  }

  @GET
  @Path("dead-letters-of-nobody")
  public Answer whereNoRuleIs() {
    return asOneOfMany();
  }

  record Answer(String name, TreeSet<String> roles, String outlet) {}
}
