package io.github.asltestkit.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
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
}
