package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
  private static final String ISSUER = "http://localhost:8090";

  @Test
  void issuesATokenThatItsPublishedKeyVerifies() throws Exception {
    var issuer = TokenIssuer.temporary(ISSUER);

    var claims = verified(issuer.token("outlet", "LLT-GZ-01", "陈站长"), issuer.jwks());

    assertThat(claims.getStringListClaimValue("groups")).containsExactly("outlet");
    assertThat(claims.getStringClaimValue("outlet")).isEqualTo("LLT-GZ-01");
    assertThat(claims.getStringClaimValue("name")).isEqualTo("陈站长");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(12 * 60 * 60);
  }

  @Test
  void publishesNothingPrivate() {
    assertThat(TokenIssuer.temporary(ISSUER).jwks()).contains("\"n\"").doesNotContain("\"d\"");
  }

  @Test
  void keepsItsKeyToItselfFromOneStartToTheNext(@TempDir Path directory) throws Exception {
    var file = directory.resolve("token-key.json");
    var token = TokenIssuer.kept(file, ISSUER).token("agent", null, null);

    var claims = verified(token, TokenIssuer.kept(file, ISSUER).jwks());

    assertThat(claims.getStringClaimValue("name")).isEqualTo("agent");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static JwtClaims verified(String token, String jwks) throws Exception {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(ISSUER)
        .setExpectedAudience("parceldesk")
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
        .build()
        .processToClaims(token);
  }
}
