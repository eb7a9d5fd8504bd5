package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be said of the images without building them. */
class ImageTest {
  private static final String DOCKERFILE = Project.text("deploy/images/Dockerfile");

  private static final Pattern MAX_RAM = Pattern.compile("-XX:MaxRAM=(\\d+)m");

  @Test
  void takesItsBaseFromOneArgumentOnly() {
    var bases = lines("FROM ");

    assertThat(bases.get(0)).startsWith("FROM ${JAVA_IMAGE} AS ");
    assertThat(bases)
        .allMatch(base -> base.startsWith("FROM ${JAVA_IMAGE}") || base.startsWith("FROM java"));
  }

  @Test
  void endsAsAUserWithoutRightsAndWithoutAName() {
    var users = lines("USER ");

    assertThat(users.get(users.size() - 1)).matches("USER [1-9]\\d{3,}:[1-9]\\d{3,}");
    assertThat(DOCKERFILE.lastIndexOf("\nUSER ")).isGreaterThan(DOCKERFILE.lastIndexOf("\nRUN "));
    assertThat(lines("COPY --from"))
        .as("what is started is not the user's own")
        .allMatch(copy -> copy.contains("--chown=0:0"));
  }

  /** Otherwise the cache would be of no use to the image, and nobody would notice. */
  @Test
  void startsTheServiceAsItWasTrained() {
    var training =
        Project.text("deploy/src/main/java/io/parceldesk/deploy/training/ServiceRun.java");

    assertThat(DOCKERFILE).contains("\"@java-options\"").contains("\"-XX:AOTCache=app.aot\"");
    assertThat(training).contains("\"@java-options\"");
    assertThat(Project.text("deploy/src/main/java/io/parceldesk/deploy/training/Training.java"))
        .contains("\"-XX:AOTCacheOutput=\"");
    assertThat(DOCKERFILE).contains("-XX:AOTMode=on");
  }

  /** The smaller the heap, the less of the cache has room in it. */
  @Test
  void triesTheCacheInAsLittleMemoryAsAnyPodGets() {
    var tried = MAX_RAM.matcher(DOCKERFILE).results().map(found -> found.group(1)).toList();

    assertThat(tried).hasSize(1);
    assertThat(Pods.all())
        .extracting(pod -> Pods.container(pod).at("/resources/limits/memory").asText())
        .allMatch(limit -> limit.matches("\\d+Mi"))
        .allSatisfy(
            limit ->
                assertThat(Integer.parseInt(limit.replace("Mi", "")))
                    .isGreaterThanOrEqualTo(Integer.parseInt(tried.get(0))));
  }

  @Test
  void saysWhatItIs() {
    for (var label : List.of("title", "version", "revision", "created", "licenses", "base.name")) {
      assertThat(DOCKERFILE).contains("org.opencontainers.image." + label + "=");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTrainedWithExercises(Service service) {
    assertThat(
            getClass()
                .getResource("/io/parceldesk/deploy/training/" + service.directory() + ".json"))
        .isNotNull();
  }

  private static List<String> lines(String start) {
    return DOCKERFILE.lines().filter(line -> line.startsWith(start)).toList();
  }
}
