package io.github.asltestkit.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void digests_are_those_of_the_jdk() throws Exception {
        MessageDigest expected = MessageDigest.getInstance("SHA-256");
        Random random = new Random(1);

        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(Sha256.digest(bytes)).isEqualTo(expected.digest(bytes));
        }
    }

    @Test
    void a_message_may_be_begun_once_and_ended_often() throws Exception {
        MessageDigest expected = MessageDigest.getInstance("SHA-256");
        byte[] bytes = new byte[300];
        new Random(2).nextBytes(bytes);

        for (int from = 0; from < bytes.length; from++) {
            Sha256.Begun begun = Sha256.begin(Arrays.copyOf(bytes, from));
            for (int to : new int[] {from, Math.min(from + 70, bytes.length), bytes.length}) {
                assertThat(begun.digest(Arrays.copyOfRange(bytes, from, to)))
                        .isEqualTo(expected.digest(Arrays.copyOf(bytes, to)));
            }
        }
    }
}
