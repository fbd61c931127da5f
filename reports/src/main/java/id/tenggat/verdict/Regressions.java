package id.tenggat.verdict;

import id.tenggat.scenario.Metric.Better;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.scenario.Words;
import id.tenggat.statistics.Holm;
import id.tenggat.statistics.Sample;
import id.tenggat.statistics.Shift;
import id.tenggat.statistics.Shift.Suspected;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges objectives that ask for no regression. One is missed if the shift since the baseline is both large, beyond what the
 * objective allows, and no chance, at {@link #LEVEL} over all of these objectives together (Holm). What is not that
 * large holds; what is, but may be chance, is undecided.
 */
final class Regressions {

    /** How often at most an unchanged system is called worse, whatever the number of objectives. */
    static final double LEVEL = 0.01;

    private final Optional<Against> against;
    private final double level;

    private Regressions(Optional<Against> against, double level) {
        this.against = against;
        this.level = level;
    }

    /**
     * What became of one.
     *
     * @param bound the worst value that would have been let pass; empty without a baseline
     * @param margin how far the median before, shifted as it seems, is on the good side of the bound; empty without a bound
     * @param note how it compares, or why it was not judged
     */
    record Judged(Optional<Bound> bound, Outcome outcome, OptionalDouble margin, String note) {}

    /** One whose samples are there. */
    private record Case(Objective objective, Sample before, Shift shift) {}

    /**
     * Those among the objectives.
     *
     * @param level {@link #LEVEL}, or less where runs are looked at several times
     */
    static Map<Objective, Judged> of(List<Objective> objectives, Optional<Against> against, double level) {
        return new Regressions(against, level)
                .judged(objectives.stream()
                        .filter(objective -> objective.criterion() instanceof NoWorse)
                        .toList());
    }

    private Map<Objective, Judged> judged(List<Objective> objectives) {
        Map<Objective, Judged> judged = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        for (Objective objective : objectives) {
            unjudged(objective)
                    .ifPresentOrElse(found -> judged.put(objective, found), () -> cases.add(compared(objective)));
        }
        double[] adjusted =
                Holm.adjusted(cases.stream().mapToDouble(one -> one.shift().p()).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            judged.put(cases.get(i).objective(), judged(cases.get(i), adjusted[i], adjusted.length));
        }
        return judged;
    }

    private Optional<Judged> unjudged(Objective objective) {
        Figure figure = Figure.of(objective);
        if (against.isEmpty()) {
            return Optional.of(without(Outcome.NOT_JUDGED, "no baseline holds a run of this question"));
        } else if (Against.values(against.get().before(), figure).length == 0) {
            return Optional.of(without(Outcome.NOT_JUDGED, "the baseline has no value of it"));
        } else if (Against.values(against.get().now(), figure).length == 0) {
            return Optional.of(without(Outcome.MISSED, "no data"));
        }
        return Optional.empty();
    }

    private static Judged without(Outcome outcome, String note) {
        return new Judged(Optional.empty(), outcome, OptionalDouble.empty(), note);
    }

    private Case compared(Objective objective) {
        Against both = against.orElseThrow();
        Figure figure = Figure.of(objective);
        Suspected worse = objective.metric().better() == Better.LOWER ? Suspected.HIGHER : Suspected.LOWER;
        List<Observation> before = both.before();
        List<Observation> now = both.now();
        Optional<Against> twins = both.twins(figure);
        Shift shift = twins.map(
                        pairs -> Shift.ofPairs(sample(pairs.before(), figure), sample(pairs.now(), figure), worse))
                .orElseGet(() -> Shift.between(sample(before, figure), sample(now, figure), worse));
        return new Case(objective, sample(before, figure), shift);
    }

    private static Sample sample(List<Observation> runs, Figure figure) {
        return Sample.of(Against.values(runs, figure));
    }

    private Judged judged(Case one, double p, int cases) {
        Objective objective = one.objective();
        Better better = objective.metric().better();
        double limit =
                ((NoWorse) objective.criterion()).limit(better, one.before().median());
        Bound bound = new Bound(better == Better.LOWER ? Comparison.AT_MOST : Comparison.AT_LEAST, limit);
        double shifted = one.before().median() + one.shift().difference();
        Outcome outcome = Outcome.MISSED;
        if (bound.holds(shifted)) {
            outcome = Outcome.HOLDS;
        } else if (p > level) {
            outcome = Outcome.UNDECIDED;
        }
        return new Judged(
                Optional.of(bound),
                outcome,
                OptionalDouble.of(Row.margin(bound, shifted)),
                note(one, p, outcome == Outcome.UNDECIDED ? doubt(one, cases) : ""));
    }

    private static String note(Case one, double p, String doubt) {
        double before = one.before().median();
        return String.format(
                        Locale.ROOT,
                        "before %s, shifted by %s, p = %.2g",
                        Words.value(one.objective().metric().unit(), before),
                        shifted(one, before),
                        p)
                + doubt;
    }

    /** Of as many objectives, so few runs may never reach the level. */
    private String doubt(Case one, int cases) {
        return one.shift().leastP() * cases > level
                ? ": too few runs to tell, run it more often"
                : ": it may be chance, run it more often";
    }

    /** As a share of what was before; of shares in points. */
    private static String shifted(Case one, double before) {
        boolean inPoints = one.objective().metric().unit() == Unit.SHARE || before == 0;
        double size = 100 * (inPoints ? one.shift().difference() : one.shift().difference() / before);
        return String.format(Locale.ROOT, "%+.1f", size) + (inPoints ? "pt" : "%");
    }
}
