package io.parceldesk.sandbox.testing;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The routes of the application that runs in this very JVM, documented or not. */
final class RegisteredRoutes {
  private RegisteredRoutes() {}

  static Set<String> all() {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .filter(type -> type.getName().startsWith("io.parceldesk."))
        .filter(type -> Arrays.stream(type.getAnnotations()).noneMatch(RegisteredRoutes::disables))
        .flatMap(RegisteredRoutes::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Quarkus' own annotation leaves a resource out where the configuration says so. */
  private static boolean disables(Annotation annotation) {
    var type = annotation.annotationType();
    if (!type.getSimpleName().equals("EndpointDisabled")) {
      return false;
    }
    try {
      var property = (String) type.getMethod("name").invoke(annotation);
      return type.getMethod("stringValue")
          .invoke(annotation)
          .equals(ConfigProvider.getConfig().getValue(property, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> of(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(method -> !method.isBridge())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(any -> any.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(verb -> verb.value() + " " + path(resource, method)));
  }

  private static String path(Class<?> resource, Method method) {
    var below = method.getAnnotation(Path.class);
    var joined =
        "/"
            + resource.getAnnotation(Path.class).value()
            + "/"
            + (below == null ? "" : below.value());
    return joined.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
  }
}
