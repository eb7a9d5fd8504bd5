package io.parceldesk.sandbox.launcher;

/** The four services: where the build leaves them, their port and their database. */
public enum Service {
  INQUIRY(8081),
  COMPLAINT(8082),
  CLAIMS(8083),
  NOTIFICATION(8084);

  private final int port;

  Service(int port) {
    this.port = port;
  }

  /** The module's directory, which is also how the service calls itself. */
  public String directory() {
    return database() + "-service";
  }

  /** The name of its database, and of the role that owns it. */
  public String database() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  int port() {
    return port;
  }
}
