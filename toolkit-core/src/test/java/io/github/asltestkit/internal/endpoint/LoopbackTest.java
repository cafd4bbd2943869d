package io.github.asltestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "127.0.0.1:49152",
                "127.1.2.3",
                "[::1]:8080",
                "sync-localhost:8080",
                "sync-127.0.0.1",
                "api.localhost"
            })
    void a_request_to_a_loopback_address_is_answered(String host) {
        assertThat(Loopback.refusal(host, null)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "192.0.2.1",
                "0.0.0.0",
                "evil.example#.localhost:80",
                "[::2]"
            })
    void a_request_to_any_other_host_is_refused(String host) {
        assertThat(Loopback.refusal(host, null))
                .isEqualTo(
                        "The endpoint answers requests to a loopback address only, and the header Host of this one is "
                                + host);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080"})
    void a_page_of_this_machine_is_answered(String origin) {
        assertThat(Loopback.refusal("localhost", origin)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "", "https://evil.example", "http://localhost.evil.example", "file://", "http://[::2]"})
    void a_page_from_elsewhere_is_refused(String origin) {
        assertThat(Loopback.refusal("localhost", origin))
                .isEqualTo(
                        "The endpoint answers web pages of this machine only, and the header Origin of this request is "
                                + origin);
    }
}
