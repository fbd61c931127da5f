package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.PlannedLoad;

import java.time.Duration;
import java.util.TreeMap;

/**
 * What a schedule is going to send at least: the first attempt of each step of everybody, each answered well and at once.
 * Retries, returns and waiting rooms come on top; they depend on what the target answers.
 *
 * @param peakPerSecond the most that falls into one second, of the seconds that begin with a tenth of one
 * @param lastNs when the last of them is due: engine nanoseconds
 */
record Forecast(long peakPerSecond, long lastNs) {

    private static final long TENTH_NS = 100_000_000;
    private static final int TENTHS = 10;

    static Forecast of(Schedule schedule) {
        Walk walk = new Walk(schedule.scenario());
        for (Crowd.Member member : schedule.crowd().members()) {
            Itinerary at = Itinerary.of(member);
            walk.through(at, walk.behaviour.resume(at));
        }
        for (Cursor cursor = schedule.cursor(); cursor.advance(); ) {
            Itinerary at = Itinerary.arriving(cursor.applicant(), cursor.dueNs());
            walk.through(at, walk.behaviour.begin(at));
        }
        return new Forecast(walk.peak(), walk.lastNs);
    }

    /** As a load that begins so much later than now. */
    PlannedLoad after(Duration lead) {
        return new PlannedLoad(peakPerSecond, lead.plusNanos(lastNs));
    }

    private static final class Walk {

        private final Behaviour behaviour;
        private final TreeMap<Long, Long> dueInTenth = new TreeMap<>();
        private long lastNs;

        Walk(Scenario scenario) {
            behaviour = new Behaviour(scenario);
        }

        void through(Itinerary at, Move first) {
            for (Move move = first; move == Move.ATTEMPT; move = behaviour.afterServed(at, at.dueNs())) {
                dueInTenth.merge(Math.floorDiv(at.dueNs(), TENTH_NS), 1L, Long::sum);
                lastNs = Math.max(lastNs, at.dueNs());
            }
        }

        long peak() {
            return dueInTenth.keySet().stream()
                    .mapToLong(this::inSecondFrom)
                    .max()
                    .orElse(0);
        }

        private long inSecondFrom(long tenth) {
            return dueInTenth.subMap(tenth, tenth + TENTHS).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
