package id.tenggat.benchmarks;

import id.tenggat.scenario.Metric;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LiveGateRatesTest {

    private static final Figure P50 = new Figure(Metric.LATENCY_P50, Optional.of("stamp"));
    private static final Figure REJECTED = new Figure(Metric.REJECTED, Optional.empty());

    /** Runs of 100 ms, some of them more by chance. */
    private static List<Observation> runs(int count, double noise) {
        Random random = new Random(584);
        return IntStream.range(0, count)
                .mapToObj(seed ->
                        new Observation(seed, Map.of(P50, 1e8 * (1 + noise * random.nextGaussian()), REJECTED, 0.0)))
                .toList();
    }

    @Test
    void runsThatHardlyDifferAreNeverCalledWorse() {
        assertThat(LiveGateRates.rows(runs(40, 0.01)))
                .containsExactly(
                        "1 latencies that may be no worse by   FAIL  undecided",
                        "                                   5 %    0.00 %     0.00 %",
                        "                                  10 %    0.00 %     0.00 %",
                        "                                  25 %    0.00 %     0.00 %");
    }

    @Test
    void runsThatDifferMuchAreSometimesUndecidedAndSeldomCalledWorse() {
        double[] rates = rates(LiveGateRates.rows(runs(40, 0.3)).get(1));
        assertThat(rates[0]).as("at a level of one per cent").isLessThan(2);
        assertThat(rates[1]).isBetween(5.0, 60.0);
    }

    private static double[] rates(String row) {
        String[] words = row.strip().split("[ %]+", -1);
        return new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])};
    }

    @Test
    void fewRunsTellNothing() {
        assertThat(LiveGateRates.rows(runs(9, 0.1)))
                .containsExactly("too few to tell: add runs until there are 10 or more");
    }
}
