package id.tenggat.capacity;

import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect.Channel;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.scenario.Scenario;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether everybody who takes another way to pay takes another way for the stamps too. Whoever does not may ask for a stamp
 * while an earlier payment is still in a queue, and then it counts which of the two is done first.
 */
final class StampsElsewhere {

    private final Instant closes;
    private final List<Incident> channels;
    private final Set<Integer> paying;
    private final Set<Integer> stamping;

    StampsElsewhere(Scenario scenario) {
        closes = scenario.calendar().closesFinally();
        channels = scenario.incidents().stream()
                .filter(incident -> incident.effect() instanceof Channel)
                .toList();
        paying = stations(scenario, Action.PAY);
        stamping = stations(scenario, Action.STAMP);
    }

    private static Set<Integer> stations(Scenario scenario, Action action) {
        return scenario.journey().steps().stream()
                .filter(step -> step.action() == action)
                .map(Step::station)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hold() {
        return channels.stream()
                .filter(channel -> paying.contains(station(channel)))
                .allMatch(channel -> stamping.stream().allMatch(station -> isCovered(channel, station)));
    }

    /** Who takes a way is drawn once, so that a share that is as large holds everybody of the other. */
    private boolean isCovered(Incident payment, int station) {
        List<Incident> there = channels.stream()
                .filter(channel -> station(channel) == station)
                .filter(channel -> channel.until().isAfter(payment.from()))
                .toList();
        return there.stream().allMatch(channel -> share(channel) >= share(payment))
                && there.stream()
                        .anyMatch(channel -> !channel.from().isAfter(payment.from())
                                && channel.until().isAfter(closes));
    }

    private static int station(Incident channel) {
        return ((Channel) channel.effect()).station();
    }

    private static double share(Incident channel) {
        return ((Channel) channel.effect()).share();
    }
}
