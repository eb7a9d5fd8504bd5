package io.parceldesk.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
  @Test
  void leaveOutWhereAPhotoWasTakenAndKeepEveryPixel() throws IOException {
    var photo = SamplePictures.photo(64);

    var shown = without(FileType.JPEG, photo);

    assertThat(text(photo)).contains(SamplePictures.WHERE);
    assertThat(text(shown)).doesNotContain(SamplePictures.WHERE);
    assertThat(pixels(shown)).isEqualTo(pixels(SamplePictures.jpeg(64)));
  }

  @Test
  void keepHowTheCameraWasHeld() throws IOException {
    var shown = without(FileType.JPEG, SamplePictures.photo(16));

    var exif = text(shown).indexOf("Exif");
    assertThat(exif).isPositive();
    assertThat(shown[exif + 6 + 8 + 2 + 8 + 1]).as("turned by a quarter").isEqualTo((byte) 6);
  }

  @Test
  void leaveOutTheTextsOfAPng() throws IOException {
    var shown = without(FileType.PNG, SamplePictures.pngWithText(32));

    assertThat(text(shown)).doesNotContain(SamplePictures.WHERE);
    assertThat(shown).isEqualTo(without(FileType.PNG, SamplePictures.png(32)));
    assertThat(pixels(shown)).isEqualTo(pixels(SamplePictures.png(32)));
  }

  @Test
  void leaveAPdfAsItIs() throws IOException {
    assertThat(without(FileType.PDF, SamplePictures.PDF)).isEqualTo(SamplePictures.PDF);
  }

  @Test
  void sayThatAPictureIsCutOff() {
    for (var whole : new byte[][] {SamplePictures.photo(32), SamplePictures.png(32)}) {
      var type = whole[0] == (byte) 0xFF ? FileType.JPEG : FileType.PNG;
      for (var length = 1; length < whole.length - 40; length += 97) {
        var cut = Arrays.copyOf(whole, length);
        assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> without(type, cut));
      }
    }
  }

  @Test
  void neverFailInAnotherWayOnDamagedBytes() throws IOException {
    var random = new Random(11);
    for (var round = 0; round < 2000; round++) {
      var damaged = SAMPLES[round % SAMPLES.length].clone();
      damaged[random.nextInt(200)] = (byte) random.nextInt();
      try {
        without(round % 2 == 0 ? FileType.JPEG : FileType.PNG, damaged);
      } catch (BrokenPicture e) {
        assertThat(e).hasMessageNotContaining(SamplePictures.WHERE);
      }
    }
  }

  private static final byte[][] SAMPLES = {
    SamplePictures.photo(16), SamplePictures.pngWithText(16)
  };

  private static byte[] without(FileType type, byte[] picture) throws IOException {
    var out = new ByteArrayOutputStream();
    Pictures.copyWithoutMetadata(type, new ByteArrayInputStream(picture), out);
    return out.toByteArray();
  }

  private static int[] pixels(byte[] picture) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(picture));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
