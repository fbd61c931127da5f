package id.tenggat.recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a live stack tells, read. */
class StackFactsTest {

    @Test
    void whoeverLooksFromAWaitingRoomIsToldWhetherItIsLetIn() {
        assertThat(StackFacts.admitted("{\"admitted\":true}")).isTrue();
        assertThat(StackFacts.admitted("{\"admitted\":false,\"position\":3}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"port\":8443}",
                "{\"port\":8443,\"certificate\":\"none\"}",
                "{\"certificate\":\"\"}",
                "<html>"
            })
    void whoTellsNoCertificateIsNotBelieved(String text) {
        assertThatThrownBy(() -> StackFacts.tls(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a stack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"admitted\":\"yes\"}", "<html>", "{\"admitted\":tr"})
    void anythingElseIsNoStacksAnswer(String text) {
        assertThatThrownBy(() -> StackFacts.admitted(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a stack");
    }
}
