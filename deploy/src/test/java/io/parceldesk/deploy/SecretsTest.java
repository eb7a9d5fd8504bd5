package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** secrets.sh makes what the manifests refer to. */
class SecretsTest {
  private static final Base64.Decoder BASE64 = Base64.getDecoder();

  @TempDir private Path directory;
  private List<Manifest> secrets;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    assumeTrue(OverlaysTest.hasKubectl(), "skipped: there is no kubectl to write secrets with");
    var gateways = Files.writeString(directory.resolve("gateways.properties"), "some=thing\n");
    var process =
        new ProcessBuilder(
                Project.file("deploy/kubernetes/secrets.sh").toString(),
                gateways.toString(),
                "id",
                "key")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    secrets = Manifest.in(yaml, "secrets.sh");
  }

  @Test
  void makesTheKeysThatAreReferredTo() {
    var made = new TreeSet<String>();
    secrets.forEach(
        secret ->
            secret
                .at("/data")
                .fieldNames()
                .forEachRemaining(key -> made.add(secret.name() + "/" + key)));

    assertThat(made).isEqualTo(referredTo());
  }

  @Test
  void givesEachRoleItsNameAndAPasswordOfItsOwn() {
    for (var service : Service.values()) {
      assertThat(value(service.database() + "-database", "username")).isEqualTo(service.database());
    }
    assertThat(Service.values())
        .extracting(service -> value(service.database() + "-database", "password"))
        .doesNotHaveDuplicates()
        .allMatch(password -> password.length() >= 32);
  }

  @Test
  void makesKeysThatSeal() throws IOException {
    var keys = new Properties();
    keys.load(new StringReader(value("contact-keys", "contact-keys.properties")));
    var current = keys.getProperty("parceldesk.contact.current-key");

    assertThat(BASE64.decode(keys.getProperty("parceldesk.contact.keys." + current))).hasSize(32);
    assertThat(BASE64.decode(keys.getProperty("parceldesk.contact.index-key"))).hasSize(32);
  }

  private String value(String secret, String key) {
    return secrets.stream()
        .filter(each -> each.name().equals(secret))
        .map(each -> each.at("/data").path(key).asText())
        .map(encoded -> new String(BASE64.decode(encoded), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  /** As secret/key, those that an operator makes left out. */
  private TreeSet<String> referredTo() {
    var names = secrets.stream().map(Manifest::name).toList();
    var references = new TreeSet<String>();
    for (var manifest : Manifest.all()) {
      for (var field : List.of("secretKeyRef", "accessKeyId", "secretAccessKey")) {
        manifest
            .everywhere(field)
            .forEach(
                to -> references.add(to.path("name").asText() + "/" + to.path("key").asText()));
      }
      for (var secret : manifest.everywhere("secret")) {
        secret
            .path("items")
            .forEach(
                to -> references.add(secret.path("name").asText() + "/" + to.path("key").asText()));
      }
    }
    references.removeIf(reference -> !names.contains(reference.replaceFirst("/.*", "")));
    return references;
  }
}
