package io.parceldesk.claims;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the chunks of one file with AES-256-GCM and the file's own key. The position is the nonce,
 * and the file, the position and the number of chunks are authenticated with each, so that none can
 * be swapped, moved or left out.
 */
final class ChunkSeal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final UUID file;
  private final int chunks;

  ChunkSeal(String key, UUID file, int chunks) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
    this.file = file;
    this.chunks = chunks;
  }

  /** Base64. */
  static String newKey() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  byte[] seal(int position, byte[] clear) {
    return run(Cipher.ENCRYPT_MODE, position, clear);
  }

  byte[] open(int position, byte[] sealed) {
    return run(Cipher.DECRYPT_MODE, position, sealed);
  }

  private byte[] run(int mode, int position, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(NONCE_BYTES - Integer.BYTES, position);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.array()));
      cipher.updateAAD((file + "/" + position + "/" + chunks).getBytes());
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Chunk " + position + " of evidence file " + file, e);
    }
  }
}
