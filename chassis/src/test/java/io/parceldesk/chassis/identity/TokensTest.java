package io.parceldesk.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which bearer tokens a service lets in, tried over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TokensTest {
  private static final TokenIssuer ISSUER = TestServers.tokens();

  @ParameterizedTest
  @MethodSource("wrongTokens")
  void areRefusedWithAProblemThatSaysNothingOfThem(String token) {
    ask(token)
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json")
        .body("code", is("unauthenticated"))
        .body("detail", is("The bearer token is missing or not valid"));
  }

  static Stream<Arguments> wrongTokens() throws Exception {
    var forgery = new Forgery(ISSUER.jwks());
    var good = ISSUER.sign(agent());
    return Stream.of(
        wrong("expired a minute ago", ISSUER.sign(expiring(-60))),
        wrong("without an expiry", ISSUER.sign(without("exp"))),
        wrong("not valid for another minute", ISSUER.sign(validFrom(60))),
        wrong("of another issuer", ISSUER.sign(with("iss", "https://elsewhere.example.com"))),
        wrong("of no issuer", ISSUER.sign(without("iss"))),
        wrong("for another audience", ISSUER.sign(with("aud", "payroll"))),
        wrong("for no audience", ISSUER.sign(without("aud"))),
        wrong("unsigned, alg none", forgery.unsigned(agent())),
        wrong("stripped of its signature", Forgery.withoutSignature(good)),
        wrong("HS256 with the public key", forgery.signedWithThePublicKey(agent())),
        wrong("HS256 with the public key as PEM", forgery.signedWithThePublicKeyAsText(agent())),
        wrong("signed by another key", forgery.signedByAnotherKey(agent())),
        wrong("of an unknown key id", TokenIssuer.temporary(ISSUER.issuer()).sign(agent())),
        wrong("tampered with", Forgery.withPayload(good, ISSUER.claims("admin", null, "eve"))),
        wrong("garbage", "garbage"),
        wrong("three parts of garbage", "a.b.c"),
        wrong("JSON in three parts", "e30.e30.e30"),
        wrong("15 kB of garbage", "x".repeat(15_000)));
  }

  @Test
  void areRefusedUnreadWhenTheyAreEndless() {
    given()
        .header("Authorization", "Bearer " + "x".repeat(100_000))
        .get("/api/v1/complaints")
        .then()
        .statusCode(431);
    ask(ISSUER.sign(agent())).statusCode(200); // and others are still served
  }

  @Test
  void areRefusedInAnotherScheme() {
    given()
        .auth()
        .preemptive()
        .basic("agent", "agent")
        .get("/api/v1/complaints")
        .then()
        .statusCode(401)
        .body("code", is("unauthenticated"));
  }

  @Test
  void mayBeHalfAMinuteOffTheServicesClock() {
    ask(ISSUER.sign(expiring(-10))).statusCode(200);
    ask(ISSUER.sign(validFrom(10))).statusCode(200);
  }

  @Test
  void withoutARoleOfThePlatformMayDoNothing() {
    ask(ISSUER.sign(ISSUER.claims(null, null, "li"))).statusCode(403).body("code", is("forbidden"));
    ask(ISSUER.sign(with("groups", List.of("offline_access", "public"))))
        .statusCode(403)
        .body("code", is("forbidden"));
  }

  @Test
  void sayWhoAsks() {
    ask(ISSUER.sign(ISSUER.claims("agent", null, "李娜")))
        .statusCode(200)
        .body("name", is("李娜"))
        .body("roles", contains("agent"));
    ask(ISSUER.sign(without("name"))).statusCode(200).body("name", is("li"));
  }

  @Test
  void ofAnOutletNameTheOutlet() {
    ask(TestServers.token("outlet", "LLT-GZ-01"))
        .statusCode(200)
        .body("outlet", is("LLT-GZ-01"))
        .body("roles", contains("outlet"));
    for (var token :
        List.of(
            TestServers.token("outlet"),
            TestServers.token("outlet", " "),
            ISSUER.sign(with("groups", List.of("outlet", "agent"))))) {
      ask(token)
          .statusCode(403)
          .body("code", is("outlet-missing"))
          .body("detail", containsString("claim outlet"));
    }
  }

  @Test
  void keepTheirOtherRolesToThemselves() {
    ask(ISSUER.sign(with("groups", List.of("agent", "offline_access"))))
        .statusCode(200)
        .body("roles", contains("agent"));
  }

  @Test
  void openNoRouteWithoutARule() {
    given()
        .auth()
        .oauth2(TestServers.token("admin"))
        .get("/api/v1/dead-letters-of-nobody")
        .then()
        .statusCode(403)
        .body("code", is("forbidden"));
  }

  private static ValidatableResponse ask(String token) {
    return given().auth().oauth2(token).get("/api/v1/complaints").then();
  }

  private static Arguments wrong(String what, String token) {
    return arguments(named(what, token));
  }

  private static JwtClaims agent() {
    return ISSUER.claims("agent", null, "li");
  }

  private static JwtClaims with(String claim, Object value) {
    var claims = agent();
    claims.setClaim(claim, value);
    return claims;
  }

  private static JwtClaims without(String claim) {
    var claims = agent();
    claims.unsetClaim(claim);
    return claims;
  }

  private static JwtClaims expiring(long seconds) {
    return at("exp", seconds);
  }

  private static JwtClaims validFrom(long seconds) {
    return at("nbf", seconds);
  }

  private static JwtClaims at(String claim, long secondsFromNow) {
    var claims = agent();
    var date = NumericDate.now();
    date.addSeconds(secondsFromNow);
    claims.setIssuedAt(NumericDate.fromSeconds(date.getValue() - 3600));
    claims.setClaim(claim, date.getValue());
    return claims;
  }
}
