package io.parceldesk.notification.webhook;

/** No answer came from an endpoint; the message says why in words fit for the outlet. */
class WebhookUnreachable extends Exception {
  private final boolean timeout;

  WebhookUnreachable(String message, boolean timeout) {
    super(message);
    this.timeout = timeout;
  }

  WebhookUnreachable(String message) {
    this(message, false);
  }

  boolean isTimeout() {
    return timeout;
  }
}
