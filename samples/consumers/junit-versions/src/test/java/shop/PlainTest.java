package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A test that was there before the toolkit, and knows nothing of it. */
class PlainTest {
    @Test
    void two_and_two_are_four() {
        assertEquals(4, 2 + 2);
    }
}
