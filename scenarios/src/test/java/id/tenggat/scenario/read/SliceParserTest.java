package id.tenggat.scenario.read;

import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Slice.Coming;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SliceParserTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final long SEED = 20240906;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole | whole",
                "last 2h | last 2h",
                "last 90m, fraction 5% | last 90m, fraction 5%",
                "time-lapse 60,fraction 12.5%,last 2h | last 2h, fraction 12.5%, time-lapse 60",
                "2024-09-06T20:00+07:00/4h | 2024-09-06T13:00:00Z/4h",
                "2024-09-06T20:00/4h | 2024-09-06T13:00:00Z/4h",
                "time-lapse 1.5 | time-lapse 1.5",
                "payloads 0.5% , levelled,time-lapse 5000 | time-lapse 5000, levelled, payloads 0.5%",
                "fraction 100%, time-lapse 1, payloads 100% | whole",
            })
    void slices_are_read_whatever_the_order_of_their_parts(String text, String written) {
        assertThat(SliceParser.parse(text, JAKARTA)).hasToString(written);
    }

    @Test
    void every_slice_is_read_back_from_what_it_writes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            Slice slice = slice(random);
            assertThat(SliceParser.parse(slice.toString(), JAKARTA))
                    .as("seed %d, slice %d", SEED, i)
                    .isEqualTo(slice);
        }
    }

    private static Slice slice(Random random) {
        Duration length = Duration.ofNanos(1 + (long) (Math.pow(random.nextDouble(), 9) * 1e15));
        Instant from = Instant.parse("2024-08-20T10:08:00Z").plusNanos(random.nextLong(1L << 50));
        Optional<Window> window =
                switch (random.nextInt(3)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(new Window.Last(length));
                    default -> Optional.of(new Window.At(from, length));
                };
        double fraction = random.nextBoolean() ? 1 : (1 + random.nextInt(1_000_000)) / 1e6;
        double timeLapse = random.nextBoolean() ? 1 : 1 + random.nextInt(100_000_000) / 1e3;
        boolean levelled = window.isEmpty() && random.nextBoolean();
        double payloads = random.nextBoolean() ? 1 : (1 + random.nextInt(1_000_000)) / 1e6;
        return new Slice(window, fraction, timeLapse, levelled ? Coming.LEVELLED : Coming.AS_PLANNED, payloads);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lst 2h | 1 | found \"lst 2h\" | last",
                "fraction 5 | 10 | found 5 without a unit | 5%",
                "fraction 0% | 10 | found 0% | ''",
                "last 2h, fraction 120% | 19 | found \"120%\" | ''",
                "last | 1 | found \"\" | ''",
                "last 2h, | 9 | nothing | ''",
                "'' | 1 | nothing | ''",
                "last 2h, last 3h | 15 | a second window | ''",
                "last 2h, 2024-09-06T20:00/4h | 10 | a second window | ''",
                "time-lapse 0.5 | 12 | found \"0.5\" | ''",
                "time-lapse 1e3 | 12 | found \"1e3\" | ''",
                "2024-09-06 20:00/4h | 1 | found \"2024-09-06 20:00\" | 2024-09-06T20:00",
                "2024-09-06T20:00/4 | 18 | found 4 without a unit | 4s",
                "whole, last 2h | 1 | found \"whole\" | ''",
                "5% | 1 | found \"5%\" | ''",
                "levelled 5 | 10 | found \"5\" | ''",
                "levelled, levelled | 11 | a second levelled | ''",
                "levelled, last 2h | 1 | levelled and a window | ''",
                "payloads 0% | 10 | found 0% | ''",
                "payloads 1%, payloads 1% | 23 | a second payloads | ''",
            })
    void a_text_that_is_no_slice_is_told_at_its_column(String text, int column, String found, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> SliceParser.parse(text, JAKARTA));
        assertThat(refusal.mistake().found()).isEqualTo(found);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
        assertThat(refusal.mistake().allowed()).isNotEmpty();
    }

    @Test
    void the_message_is_made_for_the_command_line() {
        assertThatThrownBy(() -> SliceParser.parse("last 2h, farction 5%", JAKARTA))
                .hasMessage("""
                found "farction 5%"
                  last 2h, farction 5%
                           ^
                  here may stand: whole, or any of last 2h (or 2024-09-06T20:00/4h), fraction 5%, time-lapse 60, \
                levelled, payloads 1%, separated by commas
                  did you mean "fraction"?""");
    }
}
