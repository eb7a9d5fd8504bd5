package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.SecretFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a person at the terminal needs to go on: addresses, and a token for each role. */
final class Welcome {
  static void print(Platform platform, PrintStream out) {
    var ports = platform.ports();
    out.printf("%nParceldesk is ready.%n%n");
    out.printf("  %-32s %s/%n", "Inbox: SMS, mails, webhooks", ports.pageUrl());
    out.printf(
        "  %-32s %s/api/v1/inquiries%n", "Inquiries and parcels", ports.url(Service.INQUIRY));
    out.printf("  %-32s %s/api/v1/complaints%n", "Complaints", ports.url(Service.COMPLAINT));
    out.printf("  %-32s %s/api/v1/claims%n", "Claims", ports.url(Service.CLAIMS));
    out.printf(
        "  %-32s %s/api/v1/outlets%n", "Outlets and messages", ports.url(Service.NOTIFICATION));
    out.printf("  %-32s /q/openapi, /q/health, /q/metrics%n", "On each of the four");
    out.printf("  %-32s localhost:%d%n", "Kafka", ports.kafka());
    out.printf(
        "  %-32s localhost:%d, database, user and password alike:%n",
        "PostgreSQL", ports.postgres());
    out.printf("  %-32s inquiry, complaint, claims, notification%n", "");
    out.printf("  %-32s %s%n", "Logs", platform.folder().logs());
    tokens(platform, out);
    out.printf("%nCtrl-C stops everything; what was entered is kept.%n");
  }

  /** In files, for a token is 600 characters long. */
  private static void tokens(Platform platform, PrintStream out) {
    out.printf("%nA token for each role, valid for 12 hours:%n%n");
    tokensByRole(platform)
        .forEach(
            (role, token) -> {
              var file = platform.folder().resolve("tokens/" + role);
              try {
                SecretFile.write(file, token);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              out.printf("  %s=$(cat %s)%n", role.toUpperCase(java.util.Locale.ROOT), file);
            });
    var page = platform.ports().pageUrl();
    out.printf("%n  others: curl '%s/token/agent?name=li.na'%n", page);
    out.printf("          curl '%s/token/outlet?outlet=LLT-GZ-02'%n", page);
    out.printf(
        "  use:    curl -H \"Authorization: Bearer $AGENT\" %s/api/v1/complaints%n",
        platform.ports().url(Service.COMPLAINT));
  }

  private static Map<String, String> tokensByRole(Platform platform) {
    var tokens = new LinkedHashMap<String, String>();
    for (var role : SandboxPage.ROLES) {
      var outlet = role.equals("outlet") ? SampleData.FIRST_OUTLET : null;
      tokens.put(role, platform.tokens().token(role, outlet, null));
    }
    return tokens;
  }

  private Welcome() {}
}
