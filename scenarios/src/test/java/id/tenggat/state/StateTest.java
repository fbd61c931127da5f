package id.tenggat.state;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateTest {

    /** One of everything. */
    private static final class Everything {
        private byte small;
        private int number;
        private long large;
        private double real;
        private boolean yes;
        private String text = "";
        private Instant instant = Instant.EPOCH;
        private ChronoUnit word = ChronoUnit.DAYS;
        private int count;
        private byte[] bytes = new byte[0];
        private int[] numbers = new int[0];
        private long[] larges = new long[0];
        private double[] reals = new double[0];
        private boolean[] answers = new boolean[0];
        private final ChronoUnit[] words = new ChronoUnit[3];

        static Everything drawn(long seed) {
            Random random = new Random(seed);
            Everything one = new Everything();
            one.small = -3;
            one.number = random.nextInt();
            one.large = random.nextLong();
            one.real = -0.0;
            one.yes = true;
            one.text = "Kota Padang Panjang · ∞";
            one.instant = Instant.parse("2024-09-06T16:59:59.999999999Z");
            one.word = ChronoUnit.HOURS;
            one.count = 100;
            one.bytes = new byte[128];
            random.nextBytes(one.bytes);
            one.numbers = random.ints(128).toArray();
            one.larges = random.longs(100).toArray();
            one.reals = random.doubles(128).toArray();
            one.answers = new boolean[128];
            one.answers[99] = true;
            Arrays.fill(one.words, ChronoUnit.WEEKS);
            return one;
        }

        void carry(State state) {
            small = state.of(small);
            number = state.of(number);
            large = state.of(large);
            real = state.of(real);
            yes = state.of(yes);
            text = state.of(text);
            instant = state.of(instant);
            word = state.of(word, ChronoUnit.values());
            state.mark(7);
            count = state.count(count, Byte.BYTES);
            bytes = state.of(bytes, count);
            numbers = state.of(numbers, count);
            larges = state.of(larges, count);
            reals = state.of(reals, count);
            answers = state.of(answers, count);
            state.of(words, words.length, ChronoUnit.values());
        }
    }

    @Test
    void whatIsCarriedBackIsWhatWasCarriedOut() {
        Everything one = Everything.drawn(1);
        byte[] bytes = State.bytesOf(one::carry);
        Everything other = new Everything();
        State.read(bytes, other::carry);
        assertThat(other)
                .usingRecursiveComparison()
                .ignoringFields("bytes", "numbers", "reals", "answers")
                .isEqualTo(one);
        assertThat(other.real).as("the sign of zero").isEqualTo(-0.0);
        assertThat(other.numbers).isEqualTo(Arrays.copyOf(one.numbers, 100));
        assertThat(State.bytesOf(other::carry)).isEqualTo(bytes);
    }

    @Test
    void theBytesAreBigEndianAndNothingElse() {
        byte[] bytes = State.bytesOf(state -> {
            state.of(1);
            state.of(2L);
            state.of(1.0);
            state.of(true);
            state.of("é");
        });
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00000001" + "0000000000000002" + "3ff0000000000000" + "01" + "00000002c3a9");
    }

    @Test
    void valuesAreCarriedBackIntoTheSameArrayIfTheyHaveRoom() {
        byte[] bytes = State.bytesOf(state -> state.of(new long[] {1, 2, 3}, 3));
        long[] roomy = new long[8];
        State.read(
                bytes, state -> assertThat(state.of(roomy, 3)).isSameAs(roomy).startsWith(1, 2, 3));
        State.read(bytes, state -> assertThat(state.of(new long[2], 3)).containsExactly(1, 2, 3));
    }

    @Test
    void moreThanABlockIsCarriedWhole() {
        int[] many = IntStream.range(0, 100_000).toArray();
        byte[] bytes = State.bytesOf(state -> {
            state.of((byte) 1);
            state.of(many, many.length);
        });
        assertThat(bytes).hasSize(1 + 4 * many.length);
        State.read(bytes, state -> {
            state.of((byte) 0);
            assertThat(state.of(new int[0], many.length)).isEqualTo(many);
        });
    }

    @Test
    void tornStateIsRefusedAtEveryLength() {
        byte[] bytes = State.bytesOf(Everything.drawn(2)::carry);
        for (int length = 0; length < bytes.length; length++) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> State.read(torn, new Everything()::carry)).isInstanceOf(StateException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> State.read(longer, new Everything()::carry)).isInstanceOf(StateException.class);
    }

    @Test
    void whatCannotHaveBeenCarriedOutIsRefusedBeforeAnythingIsAllocated() {
        assertRefused("7fffffff00", state -> state.count(0, Long.BYTES), "a count that fits its length");
        assertRefused("ffffffff", state -> state.count(0, Byte.BYTES), "a count that fits its length");
        assertRefused("7fffffff00", state -> state.of(""), "a count that fits its length");
        assertRefused("02", state -> state.of(false), "one of 2 words, found the number 2");
        assertRefused("ff", state -> state.of(false), "one of 2 words, found the number -1");
        assertRefused("00000005", state -> state.index(0, 5), "an index below 5, found 5");
        assertRefused("ffffffff", state -> state.index(0, 5), "an index below 5, found -1");
        assertRefused("00000008", state -> state.mark(7), "the mark 7, found 8");
        assertRefused("7fffffffffffffff00000000", state -> state.of(Instant.EPOCH), "an instant");
    }

    private static void assertRefused(String hex, Consumer<State> carried, String said) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> State.read(bytes, carried))
                .isInstanceOf(StateException.class)
                .hasMessageContaining(said);
    }
}
