package id.tenggat.scenario;

import id.tenggat.scenario.Stack.Admission;

import java.time.Duration;
import java.util.Optional;

/**
 * A waiting room in front of a station, as Cloudflare Waiting Room and Queue-it keep them: first come, first served, so
 * many a second. Whoever comes while nobody waits and a token is there goes in at once; each token that flows in later
 * lets in whoever has waited longest, who notices that when looking next.
 *
 * @param ratePerSecond tokens that flow in
 * @param burst the most tokens that are kept while nobody waits, 1 or more; they are all there at first
 * @param places how many may wait, 1 or more
 * @param poll how often those who wait look whether it is their turn, counted from when they came; zero: all the time
 * @param leavesAfter for how long they wait before they leave; absent: for ever
 */
public record WaitingRoom(
        double ratePerSecond, double burst, int places, Duration poll, Optional<Distribution> leavesAfter)
        implements Admission {

    /** The most places. */
    public static final int MOST_PLACES = 100_000_000;

    /** Whoever takes the last place must come in within this, so that a run ends. */
    public static final Duration LONGEST = Duration.ofDays(100);

    public WaitingRoom {
        Require.that(
                ratePerSecond > 0 && ratePerSecond <= 1e9,
                "rate must lie above 0/s and up to 1,000,000,000/s",
                Words.exactly(ratePerSecond) + "/s");
        Require.that(burst >= 1 && burst <= 1e9, "burst must lie between 1 and 1,000,000,000", burst);
        Require.that(places >= 1 && places <= MOST_PLACES, "places must lie between 1 and 100,000,000", places);
        Require.that(
                places / ratePerSecond <= LONGEST.toSeconds(),
                "places must be no more than the rate lets in within " + Words.exactly(LONGEST),
                places);
        Require.notNegative("poll", poll);
    }

    /**
     * The room of a station so many times as large.
     *
     * @param people factor on the times of those who wait
     */
    public WaitingRoom resized(double size, double people) {
        return new WaitingRoom(
                ratePerSecond * size,
                Math.max(1, burst * size),
                (int) Math.min(MOST_PLACES, Math.max(1, Math.round(places * size))),
                people == 1 ? poll : Duration.ofNanos(Math.round(poll.toNanos() * people)),
                people == 1 ? leavesAfter : leavesAfter.map(patience -> patience.scaled(people)));
    }
}
