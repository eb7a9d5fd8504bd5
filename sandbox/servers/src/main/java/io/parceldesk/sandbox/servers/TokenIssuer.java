package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Issues bearer tokens as an OpenID provider would: RS256, valid for 12 hours. */
public final class TokenIssuer {
  public static final Duration LIFETIME = Duration.ofHours(12);

  private static final int KEY_BITS = 2048;
  private static final String AUDIENCE = "parceldesk";

  private final RsaJsonWebKey key;
  private final String issuer;

  /** An issuer whose key lives as long as itself. */
  public static TokenIssuer temporary(String issuer) {
    return new TokenIssuer(newKey(), issuer);
  }

  /** An issuer whose key is kept in a file that only its owner can read. */
  public static TokenIssuer kept(Path file, String issuer) {
    try {
      if (!Files.exists(file)) {
        SecretFile.write(file, newKey().toJson(OutputControlLevel.INCLUDE_PRIVATE));
      }
      var key = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
      return new TokenIssuer(key, issuer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new ServerUnavailable("The token key in " + file + " is unreadable: delete it.", e);
    }
  }

  private TokenIssuer(RsaJsonWebKey key, String issuer) {
    this.key = key;
    this.issuer = issuer;
  }

  public String issuer() {
    return issuer;
  }

  /** What services ask of an OpenID provider before they fetch its keys, from {@code /jwks}. */
  public String discovery() {
    return "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/jwks\"}".formatted(issuer);
  }

  /** The public key as a JSON Web Key Set. */
  public String jwks() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /**
   * A token for somebody in a role.
   *
   * @param outlet the caller's outlet, or null
   * @param name null for the role's own name
   */
  public String token(String role, String outlet, String name) {
    return sign(claims(role, outlet, name == null ? role : name));
  }

  /** What a token for somebody in a role says; null where it says nothing of it. */
  public JwtClaims claims(String role, String outlet, String name) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(AUDIENCE);
    claims.setSubject(name);
    claims.setClaim("upn", name);
    claims.setClaim("name", name);
    if (role != null) {
      claims.setStringListClaim("groups", List.of(role));
    }
    if (outlet != null) {
      claims.setClaim("outlet", outlet);
    }
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(LIFETIME.toMinutes());
    claims.setGeneratedJwtId();
    return claims;
  }

  /** A token that says just this. */
  public String sign(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey newKey() {
    try {
      var key = RsaJwkGenerator.generateJwk(KEY_BITS);
      key.setKeyId(java.util.UUID.randomUUID().toString());
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
