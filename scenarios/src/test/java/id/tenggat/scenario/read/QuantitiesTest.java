package id.tenggat.scenario.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QuantitiesTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @CsvSource({
        "0s, 0",
        "7ns, 7",
        "10us, 10000",
        "250ms, 250000000",
        "30s, 30000000000",
        "5m, 300000000000",
        "2h, 7200000000000",
        "18d, 1555200000000000",
        "1.5h, 5400000000000",
        "0.5ns, 1",
        "0.1ns, 1",
        "1.4ns, 1",
        "007s, 7000000000",
        "1000d, 86400000000000000",
    })
    void durations_are_read_in_nanoseconds(String text, long ns) {
        assertThat(Quantities.duration(text).toNanos()).isEqualTo(ns);
    }

    @ParameterizedTest
    @CsvSource({"120/s, 120", "60/m, 1", "5/h, 0.001388888888888889", "43200/d, 0.5", "0.5/s, 0.5"})
    void rates_are_read_a_second(String text, double perSecond) {
        assertThat(Quantities.ratePerSecond(text)).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @CsvSource({"512B, 512", "800KiB, 819200", "2MB, 2000000", "2KB, 2000", "1.5MiB, 1572864", "0B, 0", "0.1B, 1"})
    void sizes_are_read_in_bytes(String text, long bytes) {
        assertThat(Quantities.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"99%, 0.99", "0.5%, 0.005", "100%, 1", "100.0%, 1", "0%, 0", "7%, 0.07", "33.333333333%, 0.33333333333"
    })
    void shares_are_read_from_0_to_1(String text, double share) {
        assertThat(Quantities.share(text)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-06T23:59+07:00, 2024-09-06T16:59:00Z",
        "2024-09-06T23:59, 2024-09-06T16:59:00Z",
        "2024-09-06T23:59:30, 2024-09-06T16:59:30Z",
        "2024-09-06T23:59:30.25Z, 2024-09-06T23:59:30.250Z",
        "2024-02-29T00:00-03:30, 2024-02-29T03:30:00Z",
    })
    void instants_without_an_offset_are_read_in_the_given_zone(String text, Instant instant) {
        assertThat(Quantities.instant(text, JAKARTA)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "30, found 30 without a unit, 30s",
        "30 s, found \"30 s\", 30s",
        "30sec, 'found \"30sec\", whose unit \"sec\" is unknown', 30s",
        "5 minutes, 'found \"5 minutes\", whose unit \"minutes\" is unknown', 5m",
        "10µs, 'found \"10µs\", whose unit \"µs\" is unknown', 10us",
        "'1,5h', 'found \"1,5h\"', 1.5h",
        "1_000ms, found \"1_000ms\", 1000ms",
        "-5s, 'found -5s, which is below zero', ''",
        "2weeks, 'found \"2weeks\", whose unit \"weeks\" is unknown', ''",
        "soon, found \"soon\", ''",
        "'', found \"\", ''",
        ".5s, found \".5s\", ''",
        "1234567890123456789s, found \"1234567890123456789s\", ''",
    })
    void a_text_that_is_no_duration_is_told_with_what_was_meant(String text, String found, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> Quantities.duration(text));
        assertThat(refusal.kind()).isEqualTo(Fault.Kind.STRUCTURE);
        assertThat(refusal.mistake()).isEqualTo(new Mistake(found, Measure.DURATION.allowed(), instead));
    }

    @ParameterizedTest
    @CsvSource({"120, 120/s", "120ps, 120/s", "5/hour, 5/h", "120 /s, 120/s"})
    void a_rate_without_its_unit_is_told_with_what_was_meant(String text, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> Quantities.ratePerSecond(text));
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
    }

    @ParameterizedTest
    @CsvSource({"2kB, 2KB", "2 MiB, 2MiB", "5, 5B", "5bytes, 5B"})
    void a_size_in_an_unknown_unit_is_told_with_what_was_meant(String text, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> Quantities.bytes(text));
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "100.1%", "-1%", "0.99", "99", "%", "1e1%", "٩%"})
    void shares_lie_between_0_and_100_percent(String text) {
        assertThatThrownBy(() -> Quantities.share(text)).isInstanceOf(PhraseException.class);
    }

    @Test
    void zero_is_refused_where_more_than_zero_is_due() {
        assertThatThrownBy(() -> Quantities.durationAboveZero("0.0s")).hasMessageStartingWith("found 0.0s");
        assertThatThrownBy(() -> Quantities.shareAboveZero("0%")).hasMessageContaining("above 0%");
        assertThatThrownBy(() -> Quantities.ratePerSecond("0/s")).hasMessageContaining("above zero");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-06 23:59, 2024-09-06T23:59",
        "2024-09-06T9:05, 2024-09-06T09:05",
        "2024-09-06T23.59, 2024-09-06T23:59",
        "2024-09-06T23:59 +07:00, 2024-09-06T23:59+07:00",
        "6 September 2024, ''",
        "2024-09-06, ''",
        "1999-09-06T23:59, ''",
        "2024-13-06T23:59, ''",
        "2024-09-06T24:00, ''",
        "2024-09-06T23:59WIB, ''",
    })
    void a_text_that_is_no_instant_is_told_with_what_was_meant(String text, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> Quantities.instant(text, JAKARTA));
        assertThat(refusal.kind()).isEqualTo(Fault.Kind.STRUCTURE);
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
    }

    @Test
    void what_no_calendar_has_and_what_is_too_long_has_a_sound_form_and_no_meaning() {
        PhraseException day =
                catchThrowableOfType(PhraseException.class, () -> Quantities.instant("2023-02-29T10:00", JAKARTA));
        PhraseException length = catchThrowableOfType(PhraseException.class, () -> Quantities.duration("1001d"));
        assertThat(day.kind()).isEqualTo(Fault.Kind.MEANING);
        assertThat(length.kind()).isEqualTo(Fault.Kind.MEANING);
    }

    @Test
    void the_message_shows_the_text_with_a_caret() {
        assertThatThrownBy(() -> Quantities.duration("30sec")).hasMessage("""
                found "30sec", whose unit "sec" is unknown
                  30sec
                  ^
                  here may stand: a duration, as in 30s, 250ms or 1.5h; units: ns, us, ms, s, m, h, d
                  did you mean "30s"?""");
    }
}
