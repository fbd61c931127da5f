package id.tenggat.scenario.read;

import id.tenggat.scenario.Quantiles;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The shape of a list of quantiles in nanoseconds. Of its items only the first that is faulty is told. */
final class QuantileList {

    /** The longest duration that a scenario can tell. */
    private static final double LONGEST_NS = Duration.ofDays(1000).toNanos();

    private static final Shape<Double> ITEM = Numbers.from(0, LONGEST_NS);

    static final Shape<Quantiles> SHAPE = new Shape<>(
            String.format(
                    Locale.ROOT,
                    "a list of %,d to %,d numbers that don't fall, the i-th of N + 1 being the quantile of i/N",
                    Quantiles.LEAST,
                    Quantiles.MOST),
            QuantileList::read);

    private QuantileList() {}

    private static Part<Quantiles> read(Node node, Findings findings) {
        if (!(node instanceof Node.Listing list)) {
            findings.structure(node, SHAPE.allowed());
            return Part.absent();
        }
        int size = list.items().size();
        if (size < Quantiles.LEAST || size > Quantiles.MOST) {
            String found = String.format(Locale.ROOT, "found a list of %,d", size);
            findings.add(Kind.STRUCTURE, node.spot(), Mistake.of(found, SHAPE.allowed()));
            return Part.absent();
        }
        Part<double[]> numbers = numbers(list.items(), findings);
        return Rules.make(() -> Quantiles.ofNs(numbers.get()), rule -> node.spot(), findings);
    }

    private static Part<double[]> numbers(List<Node> items, Findings findings) {
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            Node item = items.get(i);
            Part<Double> number = ITEM.read(item, findings);
            if (!number.isThere()) {
                return Part.absent();
            }
            numbers[i] = number.get();
            if (i > 0 && numbers[i] < numbers[i - 1]) {
                String before = items.get(i - 1).described();
                Mistake fall = Mistake.of("found " + item.described() + " after " + before, "no less than before");
                findings.add(Kind.MEANING, item.spot(), fall);
                return Part.absent();
            }
        }
        return Part.of(numbers);
    }
}
