package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Pattern;

/** The page whose address and code a message brought. */
record CustomerPage(String address, String code) {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+/p");

  /** As the customer reads them in an SMS. */
  static CustomerPage toldBy(String sms) {
    var address = ADDRESS.matcher(sms);
    var code = CODE.matcher(sms);
    assertThat(address.find() && code.find()).as("an address and a code in: " + sms).isTrue();
    assertThat(address.group())
        .isEqualTo(RunningPlatform.get().ports().url(Service.INQUIRY) + "/p");
    return new CustomerPage(address.group(), code.group());
  }

  Response open() {
    return given().formParam("code", code).post(address);
  }

  Response decide(Map<String, String> decision) {
    return given().formParam("code", code).formParams(decision).post(address + "/decision");
  }
}
