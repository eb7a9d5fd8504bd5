package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays change what is there, and what comes out of them is as strict as what went in. */
class OverlaysTest {
  private static final List<String> RENDERED = List.of("overlays/dev", "overlays/prod", "recovery");

  static Stream<Manifest> kustomizations() {
    return Manifest.all().stream()
        .filter(manifest -> manifest.source().endsWith("kustomization.yaml"));
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void patchesWhatIsThere(Manifest kustomization) {
    for (var patch : kustomization.tree().path("patches")) {
      var target = patch.path("target");
      var targets = Manifest.of(target.path("kind").asText()).stream();

      assertThat(targets.map(Manifest::name))
          .as(target.toString())
          .anyMatch(name -> name.equals(target.path("name").asText(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod"})
  void givesEveryImageAFixedVersion(String overlay) {
    var kustomization =
        kustomizations()
            .filter(each -> each.source().equals(overlay + "/kustomization.yaml"))
            .findFirst()
            .orElseThrow();
    var images = kustomization.at("/images");

    assertThat(images)
        .map(image -> image.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(
            Pods.all().map(pod -> Pods.container(pod).path("image").asText()).distinct().toList());
    assertThat(images).map(image -> image.path("newTag").asText()).doesNotContain("latest", "");
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void rendersIntoObjectsThatAreWhatTheirKindsAllow(String directory) throws Exception {
    assumeTrue(hasKubectl(), "skipped: there is no kubectl on the PATH to render overlays with");

    var objects = Manifest.in(render(directory), directory);

    assertThat(objects).isNotEmpty();
    assertThat(objects).flatExtracting(StrictModels::mistakes).isEmpty();
    assertThat(objects)
        .extracting(object -> object.kind() + " " + object.name())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/dev", "overlays/prod"})
  void rendersReferencesToGeneratedConfiguration(String overlay) throws Exception {
    assumeTrue(hasKubectl(), "skipped: there is no kubectl on the PATH to render overlays with");

    var objects = Manifest.in(render(overlay), overlay);
    var maps = names(objects, "ConfigMap");
    var used = new ArrayList<String>();
    for (var workload : objects) {
      for (var map : workload.everywhere("configMap")) {
        used.add(map.path("name").asText());
      }
    }

    // with the hash of what is in it, so that a change is rolled out
    assertThat(used)
        .isNotEmpty()
        .allMatch(name -> name.matches(".*-[0-9a-z]{10}"))
        .isSubsetOf(maps);
    assertThat(platform(objects).properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyInAnyOrder("platform.properties", "installation.properties");
  }

  @Test
  void rendersRecoveryFromTheBackupsOfTheClusterThatWas() throws Exception {
    assumeTrue(hasKubectl(), "skipped: there is no kubectl on the PATH to render overlays with");

    var recovered =
        Manifest.in(render("recovery"), "recovery").stream()
            .filter(object -> object.kind().equals("Cluster"))
            .findFirst()
            .orElseThrow();

    assertThat(recovered.name()).isNotEqualTo("parceldesk-db");
    assertThat(recovered.text("/spec/bootstrap/recovery/source"))
        .isEqualTo(recovered.text("/spec/externalClusters/0/name"));
    assertThat(recovered.text("/spec/externalClusters/0/plugin/parameters/serverName"))
        .isEqualTo("parceldesk-db");
  }

  static List<String> rendered() {
    return RENDERED;
  }

  private static List<String> names(List<Manifest> objects, String kind) {
    return objects.stream()
        .filter(object -> object.kind().equals(kind))
        .map(Manifest::name)
        .toList();
  }

  private static JsonNode platform(List<Manifest> objects) {
    return objects.stream()
        .filter(
            object -> object.kind().equals("ConfigMap") && object.name().startsWith("platform-"))
        .findFirst()
        .orElseThrow()
        .at("/data");
  }

  static boolean hasKubectl() throws InterruptedException {
    return Project.hasProgram("kubectl", "version", "--client");
  }

  private static String render(String directory) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                "kubectl", "kustomize", Project.file("deploy/kubernetes/" + directory).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("kubectl kustomize " + directory).isZero();
    return yaml;
  }
}
