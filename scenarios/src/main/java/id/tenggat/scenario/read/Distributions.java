package id.tenggat.scenario.read;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Empirical;
import id.tenggat.scenario.Distribution.Empirical.Bucket;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Distribution.Gamma;
import id.tenggat.scenario.Distribution.Lognormal;

import java.time.Duration;

/** The shape of a distribution of durations: {@code 250ms}, {@code {lognormal: {median: 80ms, p99: 900ms}}}. */
final class Distributions {

    private static final double LARGEST_COUNT = 1e12;
    private static final String EMPIRICAL = "a list of {upTo: 10ms, count: 5}, or the path of a file of measured times";

    private Distributions() {}

    static Shape<Distribution> shape() {
        return drawnOr("a duration as in 250ms", Scalars.duration());
    }

    /** As {@link #shape}; a plain duration must be longer than zero. */
    static Shape<Distribution> aboveZero() {
        return drawnOr("a duration above zero as in 30s", Scalars.durationAboveZero());
    }

    private static Shape<Distribution> drawnOr(String form, Shape<Duration> plain) {
        return new OneOf<Distribution>()
                .plain(form, plain.map(Fixed::new))
                .kind("exponential", new Shape<>("{mean: 1s}", Distributions::exponential))
                .kind("lognormal", new Shape<>("{median: 80ms, p99: 900ms}", Distributions::lognormal))
                .kind("gamma", new Shape<>("{mean: 1s, shape: 4}", Distributions::gamma))
                .kind("empirical", new Shape<>(EMPIRICAL, Distributions::empirical))
                .shape();
    }

    private static Part<Exponential> exponential(Node node, Findings findings) {
        Section section = new Section("exponential", node, findings);
        var mean = section.need("mean", Scalars.durationAboveZero());
        return section.make(() -> new Exponential(mean.get()));
    }

    private static Part<Lognormal> lognormal(Node node, Findings findings) {
        Section section = new Section("lognormal", node, findings);
        var median = section.need("median", Scalars.durationAboveZero());
        var p99 = section.need("p99", Scalars.durationAboveZero());
        return section.make(() -> new Lognormal(median.get(), p99.get()));
    }

    private static Part<Gamma> gamma(Node node, Findings findings) {
        Section section = new Section("gamma", node, findings);
        var mean = section.need("mean", Scalars.durationAboveZero());
        var shape = section.need("shape", Numbers.from(0.05, 1000));
        return section.make(() -> new Gamma(mean.get(), shape.get()));
    }

    private static Part<? extends Distribution> empirical(Node node, Findings findings) {
        if (node instanceof Node.Listing) {
            return histogram(node, findings);
        } else if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NOTHING) {
            Part<String> path = Scalars.title().read(node, findings);
            return path.isThere() ? findings.measured().read(path.get(), node, findings) : Part.absent();
        }
        findings.structure(node, EMPIRICAL);
        return Part.absent();
    }

    private static Part<Empirical> histogram(Node node, Findings findings) {
        var buckets = Rows.of(1, new Shape<>("{upTo: 10ms, count: 5}", Distributions::bucket))
                .read(node, findings);
        return Rows.make(buckets, Empirical::new, new Rows.Blame(rule -> node.spot(), findings));
    }

    private static Part<Bucket> bucket(Node node, Findings findings) {
        Section section = new Section("this bucket", node, findings);
        var upTo = section.need("upTo", Scalars.durationAboveZero());
        var count = section.need("count", Numbers.from(0, LARGEST_COUNT));
        return section.make(() -> new Bucket(upTo.get(), count.get()));
    }
}
