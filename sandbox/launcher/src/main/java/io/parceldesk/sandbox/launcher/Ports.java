package io.parceldesk.sandbox.launcher;

/** Where everything listens, on the loopback interface; an offset moves them all. */
public record Ports(int offset) {
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

  /** The inbox page, which is also the issuer of tokens. */
  public String pageUrl() {
    return "http://localhost:" + page();
  }

  public String url(Service service) {
    return "http://localhost:" + of(service);
  }
}
