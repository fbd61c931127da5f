package id.tenggat.stack;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;

import java.util.List;

/** Third parties whose answers are counted. */
final class CountedThirdParties implements ThirdParties {

    /** What has come of the calls of one third party since the stack started. */
    record Tally(CounterDataPoint answered, CounterDataPoint failed, DistributionDataPoint seconds) {

        /** One for each of these third parties. */
        static List<Tally> of(List<String> thirdParties, Metrics metrics) {
            Counter calls = metrics.counter(
                    "third_party_calls", "Answered calls of third parties by outcome.", "third_party", "outcome");
            Histogram seconds = metrics.histogram(
                    "third_party_seconds",
                    "From a call until its answer, or its failure.",
                    Metrics.WAITS_SECONDS,
                    "third_party");
            return thirdParties.stream()
                    .map(name -> new Tally(
                            calls.labelValues(name, "well"),
                            calls.labelValues(name, "failed"),
                            seconds.labelValues(name)))
                    .toList();
        }

        private void count(boolean well, long tookNs) {
            (well ? answered : failed).inc();
            seconds.observe(Metrics.seconds(tookNs));
        }
    }

    private final ThirdParties called;
    private final List<Tally> tallies;

    CountedThirdParties(ThirdParties called, List<Tally> tallies) {
        this.called = called;
        this.tallies = tallies;
    }

    @Override
    public void call(Call call, Caller caller) {
        long sentNs = call.time().nowNs();
        called.call(call, well -> {
            tallies.get(call.thirdParty()).count(well, call.time().nowNs() - sentNs);
            caller.answered(well);
        });
    }
}
