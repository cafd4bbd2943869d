package io.github.asltestkit.internal.io;

import java.util.Arrays;

/**
 * SHA-256, for ids and for the names of proofs. The JDK's own asks its security providers first, which load 70 classes before the first execution of a
 * JVM has its name. Nothing here has to be secret.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4, Secure Hash Standard</a>
 */
public final class Sha256 {
    private static final int BLOCK = 64;
    private static final int LENGTH_AND_MARK = 9;
    private static final int ROUNDS = 64;

    /** The words of a block, which the message schedule begins with. */
    private static final int WORDS = 16;

    /** The fractions of the square roots of the first eight primes. */
    private static final int[] INITIAL = fractions(8, 2);

    /** The fractions of the cube roots of the first 64 primes. */
    private static final int[] CONSTANTS = fractions(ROUNDS, 3);

    private Sha256() {}

    /** The digest of some bytes: 32 bytes of the caller's own. */
    public static byte[] digest(byte[] bytes) {
        int blocks = (bytes.length + LENGTH_AND_MARK + BLOCK - 1) / BLOCK;
        byte[] message = Arrays.copyOf(bytes, blocks * BLOCK);
        message[bytes.length] = (byte) 0x80;
        putInt(message, message.length - Long.BYTES, bytes.length >>> (Integer.SIZE - 3));
        putInt(message, message.length - Integer.BYTES, bytes.length << 3);
        int[] state = INITIAL.clone();
        int[] schedule = new int[ROUNDS];
        for (int block = 0; block < blocks; block++) {
            add(message, block * BLOCK, schedule, state);
        }
        byte[] digest = new byte[state.length * Integer.BYTES];
        for (int i = 0; i < state.length; i++) {
            putInt(digest, i * Integer.BYTES, state[i]);
        }
        return digest;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private static int getInt(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    private static void add(byte[] message, int start, int[] w, int[] state) {
        schedule(message, start, w);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int t = 0; t < ROUNDS; t++) {
            int one = h
                    + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25))
                    + ((e & f) ^ (~e & g))
                    + CONSTANTS[t]
                    + w[t];
            int two = (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22))
                    + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static void schedule(byte[] message, int start, int[] w) {
        for (int t = 0; t < WORDS; t++) {
            w[t] = getInt(message, start + t * Integer.BYTES);
        }
        for (int t = WORDS; t < ROUNDS; t++) {
            int x = w[t - 15];
            int y = w[t - 2];
            w[t] = w[t - WORDS]
                    + (Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3))
                    + w[t - 7]
                    + (Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10));
        }
    }

    /** The first 32 bits behind the point of the roots of primes. A double holds more bits than that. */
    private static int[] fractions(int count, int root) {
        int[] fractions = new int[count];
        int found = 0;
        for (int number = 2; found < count; number++) {
            if (isPrime(number)) {
                double value = root == 2 ? StrictMath.sqrt(number) : StrictMath.cbrt(number);
                fractions[found++] = (int) (long) ((value - (long) value) * (1L << Integer.SIZE));
            }
        }
        return fractions;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
