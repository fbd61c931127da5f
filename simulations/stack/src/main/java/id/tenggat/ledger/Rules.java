package id.tenggat.ledger;

import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a journey means to its ledger. Sets of steps are bits: bit i is set if step i is one of them. */
final class Rules {

    private final List<Action> actions;
    private final int payments;
    private final int stamps;
    private final int stampsToSubmit;
    private final int elsewhere;
    private final int[] columns;
    private final int columnCount;

    Rules(Scenario scenario) {
        List<Journey.Step> steps = scenario.journey().steps();
        actions = steps.stream().map(Journey.Step::action).toList();
        payments = scenario.journey().steps(Action.PAY);
        stamps = scenario.journey().steps(Action.STAMP);
        elsewhere = elsewhere(scenario, steps);
        stampsToSubmit = stamps & ~elsewhere;
        columns = new int[steps.size()];
        int column = 0;
        for (int step = 0; step < columns.length; step++) {
            columns[step] = isNumbered(actions.get(step)) ? column++ : -1;
        }
        columnCount = column;
    }

    /** Steps that some applicants may do by another way, of which the ledger hears nothing. */
    private static int elsewhere(Scenario scenario, List<Journey.Step> steps) {
        Set<Integer> stations = scenario.incidents().stream()
                .map(Incident::effect)
                .filter(Effect.Channel.class::isInstance)
                .map(effect -> ((Effect.Channel) effect).station())
                .collect(Collectors.toUnmodifiableSet());
        int bits = 0;
        for (int step = 0; step < steps.size(); step++) {
            bits |= stations.contains(steps.get(step).station()) ? 1 << step : 0;
        }
        return bits;
    }

    private static boolean isNumbered(Action action) {
        return action == Action.PAY || action == Action.STAMP || action == Action.SUBMIT;
    }

    Action action(int step) {
        return actions.get(step);
    }

    /** The steps that pay. */
    int payments() {
        return payments;
    }

    /** The steps that stamp. */
    int stamps() {
        return stamps;
    }

    /** Whether a step takes a number for itself, and so an idempotency key: paying, and stamping. */
    boolean needsKey(int step) {
        return ((payments | stamps) >>> step & 1) == 1;
    }

    /** How many stamps a payment is for. */
    int stampsEach() {
        return Integer.bitCount(stamps);
    }

    /** How many stamps the ledger must know of whoever hands in. */
    int stampsToSubmit() {
        return Integer.bitCount(stampsToSubmit);
    }

    /** The indices of the stamping steps that the ledger must know of whoever hands in, separated by commas. */
    String stepsToSubmit() {
        return IntStream.range(0, actions.size())
                .filter(step -> (stampsToSubmit >>> step & 1) == 1)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    /** The steps that some do by another way. */
    int elsewhere() {
        return elsewhere;
    }

    /** The steps that must be done before this one. */
    int needed(int step) {
        return ((1 << step) - 1) & ~elsewhere;
    }

    /** Where an account keeps the number of a step that has one: a payment, a serial, a submission. */
    int column(int step) {
        return columns[step];
    }

    int columns() {
        return columnCount;
    }
}
