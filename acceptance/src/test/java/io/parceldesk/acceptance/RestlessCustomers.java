package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.launcher.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Customers who come one after the other with a complaint, an inquiry and a claim each. */
final class RestlessCustomers implements Callable<Void>, AutoCloseable {
  private final Map<Service, Ingress> ways = new EnumMap<>(Service.class);
  private final List<Served> served = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private volatile boolean goneHome;

  /** Whose case has been accepted. */
  record Served(Service service, String number, String phone) {}

  /** Services that are not named are asked where they always are. */
  RestlessCustomers(Map<Service, List<ServiceProcess>> replicas) {
    for (var service : Service.values()) {
      var of = replicas.getOrDefault(service, List.of(RunningPlatform.get().service(service)));
      ways.put(service, new Ingress(of));
    }
  }

  @Override
  public Void call() throws InterruptedException {
    while (!goneHome) {
      come(Service.COMPLAINT, "/complaints", RestlessCustomers::complaint);
      come(Service.INQUIRY, "/inquiries", RestlessCustomers::inquiry);
      come(Service.CLAIMS, "/claims", RestlessCustomers::claim);
    }
    return null;
  }

  void goHome() {
    goneHome = true;
  }

  @Override
  public void close() {
    ways.values().forEach(Ingress::close);
  }

  List<Served> served() {
    return List.copyOf(served);
  }

  Set<String> servedBy(Service service) {
    return served.stream()
        .filter(each -> each.service() == service)
        .map(Served::number)
        .collect(Collectors.toSet());
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private interface Form {
    Map<String, Object> of(String phone);
  }

  private void come(Service service, String path, Form form) throws InterruptedException {
    var phone = Desk.newPhone();
    try {
      var view = post(service, path, form.of(phone));
      served.add(new Served(service, view.getString("number"), phone));
    } catch (IOException e) {
      failures.add(e.toString());
    }
  }

  private JsonPath post(Service service, String path, Map<String, Object> form)
      throws IOException, InterruptedException {
    return ways.get(service).post("service", path, UUID.randomUUID().toString(), form);
  }

  private static Map<String, Object> complaint(String phone) {
    return Map.of(
        "category", "ATTITUDE",
        "channel", "PHONE",
        "description", "态度恶劣",
        "demand", "道歉",
        "complainant", Desk.person("RECIPIENT", "李先生", phone, "zh-CN"));
  }

  private static Map<String, Object> inquiry(String phone) {
    return Map.of(
        "channel", "WEB",
        "subject", "PRICE",
        "inquirer", Desk.person("RECIPIENT", "郑女士", phone, "zh-CN"),
        "question", "寄到上海多少钱？");
  }

  private static Map<String, Object> claim(String phone) {
    return Map.of(
        "channel", "PHONE",
        "ground", "LOSS",
        "route", "DOMESTIC",
        "waybill", "LLT97" + phone.substring(phone.length() - 8),
        "claimant", Desk.person("SENDER", "王先生", phone, "zh-CN"),
        "claimed", Map.of("amount", "100.00", "currency", "CNY"),
        "description", "快件丢失");
  }
}
