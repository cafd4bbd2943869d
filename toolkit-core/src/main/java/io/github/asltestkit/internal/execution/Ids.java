package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.io.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids, tokens and seeds as functions of the seed and of where they are used, so that a state added elsewhere changes none
 * of them.
 */
final class Ids {
    private static final int DIGEST_BYTES = 24;

    /** Who asks for more than these has a Map Run, and the JDK's digests are many times as fast once their classes are loaded. */
    private static final int FEW = 100;

    private final long seed;
    private int digests;
    private @Nullable MessageDigest ofJdk;

    Ids(long seed) {
        this.seed = seed;
    }

    /** A UUID for a use, such as the name of the n-th execution of a machine. */
    String uuid(String use) {
        byte[] digest = digest(use);
        digest[6] = (byte) ((digest[6] & 0x0f) | 0x40);
        digest[8] = (byte) ((digest[8] & 0x3f) | 0x80);
        return new UUID(number(digest, 0), number(digest, Long.BYTES)).toString();
    }

    /** The seed of a source of random values for a use. */
    long seed(String use) {
        return number(digest(use), 0);
    }

    private static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (bytes[at + i] & 0xff);
        }
        return number;
    }

    /** A task token: opaque text that carries the account it was issued in. */
    String token(String account, String use) {
        byte[] accountBytes = account.getBytes(StandardCharsets.UTF_8);
        byte[] digest = Arrays.copyOf(digest("token " + account + " " + use), DIGEST_BYTES);
        byte[] body = ByteBuffer.allocate(1 + accountBytes.length + digest.length)
                .put((byte) accountBytes.length)
                .put(accountBytes)
                .put(digest)
                .array();
        ByteBuffer token = ByteBuffer.allocate(body.length + 4);
        token.put(body).put(Sha256.digest(body), 0, 4);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The account that a token was issued in; empty for text that is no token. */
    static Optional<String> accountOf(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int length = bytes.length == 0 ? 0 : bytes[0];
        if (length <= 0 || bytes.length != 1 + length + DIGEST_BYTES + 4) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, bytes.length - 4);
        byte[] check = Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length);
        return Arrays.equals(Arrays.copyOf(Sha256.digest(body), 4), check)
                ? Optional.of(new String(bytes, 1, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] digest(String use) {
        byte[] text = use.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[Long.BYTES + text.length];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (seed >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        System.arraycopy(text, 0, bytes, Long.BYTES, text.length);
        return digest(bytes);
    }

    /** Who asks an execution for its name need not hold the harness's lock. */
    private synchronized byte[] digest(byte[] bytes) {
        if (digests < FEW) {
            digests++;
            return Sha256.digest(bytes);
        }
        MessageDigest digest = ofJdk;
        if (digest == null) {
            digest = newDigest();
            ofJdk = digest;
        }
        return digest.digest(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
