package io.parceldesk.sandbox.launcher;

/** Where everything listens, on the loopback interface; an offset moves them all. */
public record Ports(int offset) {
  private static final int BETWEEN_REPLICAS = 20;

  public int kafka() {
    return 9092 + offset;
  }

  public int postgres() {
    return 15432 + offset;
  }

  public int smtp() {
    return 2525 + offset;
  }

  public int smsc() {
    return 2775 + offset;
  }

  public int page() {
    return 8090 + offset;
  }

  public int of(Service service) {
    return service.port() + offset;
  }

  /** Of the first replica, which is the only one unless more are asked for, and of those. */
  public int of(Service service, int replica) {
    return of(service) + BETWEEN_REPLICAS * (replica - 1);
  }

  /** The inbox page, which is also the issuer of tokens. */
  public String pageUrl() {
    return "http://localhost:" + page();
  }

  public String url(Service service) {
    return url(service, 1);
  }

  public String url(Service service, int replica) {
    return "http://localhost:" + of(service, replica);
  }
}
