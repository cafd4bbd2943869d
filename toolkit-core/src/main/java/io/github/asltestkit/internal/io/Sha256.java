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

    private static final Begun NOTHING = new Begun(INITIAL, new byte[0], 0);

    private Sha256() {}

    /** The digest of some bytes: 32 bytes of the caller's own. */
    public static byte[] digest(byte[] bytes) {
        return NOTHING.digest(bytes);
    }

    /** Reads what many messages begin with, once for all of them. */
    public static Begun begin(byte[] bytes) {
        int whole = bytes.length - bytes.length % BLOCK;
        int[] state = INITIAL.clone();
        add(bytes, whole, state);
        return new Begun(state, Arrays.copyOfRange(bytes, whole, bytes.length), bytes.length);
    }

    /** The beginning of a message. Immutable. */
    public static final class Begun {
        private final int[] begun;
        private final byte[] rest;
        private final int read;

        private Begun(int[] begun, byte[] rest, int read) {
            this.begun = begun;
            this.rest = rest;
            this.read = read;
        }

        /** The digest of the message that goes on with some bytes and ends with them: 32 bytes of the caller's own. */
        public byte[] digest(byte[] bytes) {
            int left = rest.length + bytes.length;
            int length = read + bytes.length;
            int blocks = (left + LENGTH_AND_MARK + BLOCK - 1) / BLOCK;
            byte[] message = Arrays.copyOf(rest, blocks * BLOCK);
            System.arraycopy(bytes, 0, message, rest.length, bytes.length);
            message[left] = (byte) 0x80;
            putInt(message, message.length - Long.BYTES, length >>> (Integer.SIZE - 3));
            putInt(message, message.length - Integer.BYTES, length << 3);
            int[] state = begun.clone();
            add(message, message.length, state);
            byte[] digest = new byte[state.length * Integer.BYTES];
            for (int i = 0; i < state.length; i++) {
                putInt(digest, i * Integer.BYTES, state[i]);
            }
            return digest;
        }
    }

    private static void add(byte[] message, int end, int[] state) {
        int[] schedule = new int[ROUNDS];
        for (int start = 0; start < end; start += BLOCK) {
            add(message, start, schedule, state);
        }
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

    /** One block. Rotations are written out: most calls of this are interpreted, where a method costs more than what it does. */
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
                    + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7))
                    + ((e & f) ^ (~e & g))
                    + CONSTANTS[t]
                    + w[t];
            int two =
                    ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c));
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
                    + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3))
                    + w[t - 7]
                    + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10));
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
