package io.parceldesk.notification;

/** How a message travels, and the lane in which it waits: webhooks have one for each endpoint. */
public enum MessageChannel {
  SMS("sms"),
  EMAIL("mail"),
  WEBHOOK("webhook:");

  private final String lane;

  MessageChannel(String lane) {
    this.lane = lane;
  }

  public String lane() {
    return lane;
  }
}
