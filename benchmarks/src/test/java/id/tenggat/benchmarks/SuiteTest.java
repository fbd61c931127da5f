package id.tenggat.benchmarks;

import id.tenggat.benchmarks.stamping.StampBenchmark;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

import static org.assertj.core.api.Assertions.assertThat;

class SuiteTest {

    private static final String QUEUE = QueueBenchmark.class.getName() + ".product";
    private static final String STAMP = StampBenchmark.class.getName() + ".product";

    @Test
    void eachSuiteLeavesTheOtherOut() throws Exception {
        Options asked = new CommandLineOptions("product");
        assertThat(Suite.STAMPING.only(asked).getExcludes())
                .singleElement()
                .satisfies(others -> assertThat(QUEUE).containsPattern(others))
                .satisfies(others -> assertThat(STAMP).doesNotContainPattern(others));
        assertThat(Suite.SIMULATOR.only(asked).getExcludes())
                .singleElement()
                .satisfies(others -> assertThat(STAMP).containsPattern(others))
                .satisfies(others -> assertThat(QUEUE).doesNotContainPattern(others));
        assertThat(Suite.STAMPING.only(asked).getIncludes()).containsExactly("product");
    }

    @Test
    void quickIsWhatNobodyAskedOtherwise() throws Exception {
        Options quick = Suite.STAMPING.quick(new CommandLineOptions("-i", "7"));
        assertThat(quick.getForkCount().get()).isEqualTo(1);
        assertThat(quick.getMeasurementIterations().get()).isEqualTo(7);
        assertThat(quick.getParameter("document").get()).containsExactly("letter");
    }

    @Test
    void whatSomebodyAskedStaysThoughItMustBeQuick() throws Exception {
        Options quick = Suite.STAMPING.quick(new CommandLineOptions("-f", "3", "-p", "document=scan,office"));
        assertThat(quick.getForkCount().get()).isEqualTo(3);
        assertThat(quick.getParameter("document").get()).containsExactly("scan", "office");
    }

    @Test
    void suitesHaveNames() {
        assertThat(Suite.named("stamping")).contains(Suite.STAMPING);
        assertThat(Suite.named("simulator")).contains(Suite.SIMULATOR);
        assertThat(Suite.named("QueueBenchmark")).isEmpty();
    }
}
