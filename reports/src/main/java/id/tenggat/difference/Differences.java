package id.tenggat.difference;

import id.tenggat.difference.Difference.Direction;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Figure;
import id.tenggat.verdict.Finding;
import id.tenggat.verdict.Findings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How two recordings differ. Each interval of a difference is made of the two values' own by the method of variance estimates
 * recovery (Zou and Donner, Statistics in Medicine 27:1693, 2008, eq. 4), which takes the recordings for independent.
 * That is the careful way: with the same draws on both sides they differ by less.
 *
 * @param all in the order of figures: those that both have a value of
 * @param oneSided what only one of them has a value of
 */
public record Differences(List<Difference> all, List<Figure> oneSided) {

    public Differences {
        all = List.copyOf(all);
        oneSided = List.copyOf(oneSided);
    }

    /** Of a second recording from a first. */
    public static Differences between(Findings before, Findings after) {
        List<Figure> figures = Stream.of(before, after)
                .flatMap(one -> one.figures().stream())
                .distinct()
                .toList();
        List<Compared> compared = figures.stream()
                .map(figure -> new Compared(figure, before.of(figure), after.of(figure)))
                .toList();
        return new Differences(
                compared.stream().flatMap(one -> one.difference().stream()).toList(),
                compared.stream()
                        .filter(Compared::isOneSided)
                        .map(Compared::figure)
                        .toList());
    }

    private record Compared(Figure figure, Finding before, Finding after) {

        boolean isOneSided() {
            return before.value().isPresent() != after.value().isPresent();
        }

        Optional<Difference> difference() {
            return before.value().isEmpty() || after.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            figure, before.value().getAsDouble(), after.value().getAsDouble(), interval()));
        }

        private Optional<Interval> interval() {
            return before.interval()
                    .filter(Interval::isBounded)
                    .flatMap(of -> after.interval().filter(Interval::isBounded).map(to -> recovered(of, to)));
        }

        private Interval recovered(Interval of, Interval to) {
            double first = before.value().getAsDouble();
            double second = after.value().getAsDouble();
            double size = second - first;
            return new Interval(
                    size - Math.hypot(second - to.low(), of.high() - first),
                    size + Math.hypot(to.high() - second, first - of.low()));
        }
    }

    /** Those that differ for certain in one direction, the largest first. */
    public List<Difference> of(Direction direction) {
        return all.stream()
                .filter(difference -> difference.direction() == direction)
                .sorted(Comparator.comparingDouble(Difference::weight).reversed())
                .toList();
    }
}
