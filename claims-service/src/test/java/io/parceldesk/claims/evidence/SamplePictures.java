package io.parceldesk.claims.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as phones make them: with where they were taken, and with which side up. */
final class SamplePictures {
  static final String WHERE = "GPS 23.1291N 113.2644E";
  static final byte[] PDF =
      "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  private SamplePictures() {}

  /** Bytes of noise, so that it is large. */
  static byte[] jpeg(int side) {
    return encoded("jpg", side);
  }

  static byte[] png(int side) {
    return encoded("png", side);
  }

  static byte[] photo(int side) {
    var plain = jpeg(side);
    var exif = exif((short) 6);
    return ByteBuffer.allocate(plain.length + 4 + exif.length + WHERE.length())
        .put(plain, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .put(WHERE.getBytes(StandardCharsets.US_ASCII)) // as phones append films and more pictures
        .array();
  }

  static byte[] pngWithText(int side) {
    var plain = png(side);
    var text = ("tEXt" + "Location\0" + WHERE).getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(text);
    var afterHeader = 8 + 25;
    return ByteBuffer.allocate(plain.length + 8 + text.length)
        .put(plain, 0, afterHeader)
        .putInt(text.length - 4)
        .put(text)
        .putInt((int) crc.getValue())
        .put(plain, afterHeader, plain.length - afterHeader)
        .array();
  }

  private static byte[] exif(short orientation) {
    return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + WHERE.length())
        .put("Exif\0\0II".getBytes(StandardCharsets.US_ASCII))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort(orientation)
        .putShort((short) 0)
        .putInt(0)
        .put(WHERE.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static byte[] encoded(String format, int side) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (var at = 0; at < side * side; at++) {
      image.setRGB(at % side, at / side, random.nextInt());
    }
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
