package io.parceldesk.chassis.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Tokens as somebody makes them who knows all that a provider publishes, but not its key. */
final class Forgery {
  private final RsaJsonWebKey published;

  Forgery(String jwks) throws JoseException {
    published = (RsaJsonWebKey) new JsonWebKeySet(jwks).getJsonWebKeys().get(0);
  }

  String unsigned(JwtClaims claims) throws JoseException {
    return sign(claims, AlgorithmIdentifiers.NONE, null, published.getKeyId());
  }

  /** The public key taken for a secret that both sides share. */
  String signedWithThePublicKey(JwtClaims claims) throws JoseException {
    return hmac(claims, published.getPublicKey().getEncoded());
  }

  String signedWithThePublicKeyAsText(JwtClaims claims) throws JoseException {
    var text = Base64.getMimeEncoder().encodeToString(published.getPublicKey().getEncoded());
    var pem = "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    return hmac(claims, pem.getBytes(StandardCharsets.US_ASCII));
  }

  /** Under the published key's id. */
  String signedByAnotherKey(JwtClaims claims) throws JoseException {
    var own = RsaJwkGenerator.generateJwk(2048).getPrivateKey();
    return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, own, published.getKeyId());
  }

  static String withPayload(String token, JwtClaims claims) {
    var parts = token.split("\\.");
    return parts[0] + "." + encode(claims.toJson()) + "." + parts[2];
  }

  static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private String hmac(JwtClaims claims, byte[] secret) throws JoseException {
    var key = new SecretKeySpec(secret, "HmacSHA256");
    return sign(claims, AlgorithmIdentifiers.HMAC_SHA256, key, published.getKeyId());
  }

  private static String sign(JwtClaims claims, String algorithm, Key key, String keyId)
      throws JoseException {
    var signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKeyIdHeaderValue(keyId);
    signature.setKey(key);
    signature.setDoKeyValidation(false);
    signature.setPayload(claims.toJson());
    return signature.getCompactSerialization();
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
