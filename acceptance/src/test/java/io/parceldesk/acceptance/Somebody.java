package io.parceldesk.acceptance;

import java.util.List;
import java.util.Map;

/**
 * A person whose data nobody else in this run has, so that they are known wherever they turn up.
 */
record Somebody(
    String name, String phone, String mailbox, String address, String account, String identity) {
  Map<String, Object> as(String role) {
    return Map.of("role", role, "name", name, "phone", phone, "email", email(), "locale", "zh-CN");
  }

  /** As a waybill names them. */
  Map<String, Object> party() {
    return Map.of("name", name, "phone", phone, "address", address);
  }

  String email() {
    return mailbox + "@example.com";
  }

  /** What must be seen nowhere. The phone's national number is part of every spelling of it. */
  List<String> personalData() {
    return List.of(name, phone, mailbox, address, account, identity);
  }
}
