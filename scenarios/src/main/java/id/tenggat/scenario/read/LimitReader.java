package id.tenggat.scenario.read;

import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;

/** Reads limits on how many requests may be inside a station. */
final class LimitReader {

    private LimitReader() {}

    static Shape<ConcurrencyLimit> shape() {
        return new OneOf<ConcurrencyLimit>()
                .kind(
                        "aimd",
                        new Shape<>("{least: 10, initial: 20, most: 200, slow: 2s, backoff: 90%}", LimitReader::aimd))
                .kind(
                        "gradient",
                        new Shape<>("{least: 10, initial: 20, most: 200, queue: 4, every: 1s}", LimitReader::gradient))
                .shape();
    }

    private static Part<ConcurrencyLimit> aimd(Node node, Findings findings) {
        Section section = new Section("aimd", node, findings);
        RangeParts range = new RangeParts(section);
        var slow = section.need("slow", Scalars.durationAboveZero());
        var backoff = section.take("backoff", Scalars.shareAboveZero(), 0.9);
        return section.make(() -> new ConcurrencyLimit.Aimd(range.make(), slow.get(), backoff.get()));
    }

    private static Part<ConcurrencyLimit> gradient(Node node, Findings findings) {
        Section section = new Section("gradient", node, findings);
        RangeParts range = new RangeParts(section);
        var queue = section.take("queue", Numbers.aboveZero(1e9), 4.0);
        var every = section.take("every", Scalars.durationAboveZero(), java.time.Duration.ofSeconds(1));
        return section.make(() -> new ConcurrencyLimit.Gradient(range.make(), queue.get(), every.get()));
    }

    /** The keys that both rules have. */
    private static final class RangeParts {

        private final Part<Integer> least;
        private final Part<Integer> initial;
        private final Part<Integer> most;

        RangeParts(Section section) {
            least = section.need("least", Numbers.wholeInt(1, Range.HIGHEST));
            initial = section.need("initial", Numbers.wholeInt(1, Range.HIGHEST));
            most = section.need("most", Numbers.wholeInt(1, Range.HIGHEST));
        }

        Range make() {
            return new Range(least.get(), initial.get(), most.get());
        }
    }
}
