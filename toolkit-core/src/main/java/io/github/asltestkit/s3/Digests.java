package io.github.asltestkit.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The entity tags of S3. */
final class Digests {
    private static final int BUFFER = 64 * 1024;

    private Digests() {}

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5", impossible);
        }
    }

    /** The digest of a content within quotation marks. */
    static String eTag(Content content) {
        MessageDigest md5 = newMd5();
        try (InputStream stream = content.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                md5.update(buffer, 0, read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return '"' + HexFormat.of().formatHex(md5.digest()) + '"';
    }
}
