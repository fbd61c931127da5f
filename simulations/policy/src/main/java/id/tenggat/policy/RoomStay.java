package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.WaitingRoom;

import java.util.Optional;

/** How long people stay in a waiting room: when they look whether it is their turn, and when they have had enough. */
public final class RoomStay {

    /** When somebody leaves who never does. */
    public static final long NEVER = Long.MAX_VALUE;

    /** How often live clients look where the settings say all the time. */
    private static final long LIVE_LOOK_NS = 100_000_000;

    private final long pollNs;
    private final long lookEveryNs;
    private final Optional<Sampler> patience;
    private final Draws draws;

    /**
     * @param seed of the scenario
     */
    public RoomStay(WaitingRoom settings, long seed) {
        pollNs = settings.poll().toNanos();
        lookEveryNs = lookEveryNs(settings);
        patience = settings.leavesAfter().map(Sampler::of);
        draws = new Draws(seed);
    }

    /** When somebody who comes now for this attempt leaves if not let in: engine time, or {@link #NEVER}. */
    public long leavesNs(long nowNs, int applicant, int step, int attemptKey) {
        if (patience.isEmpty()) {
            return NEVER;
        }
        long ns = patience.get().ns(draws.key(Purpose.ROOM_PATIENCE, applicant, step, attemptKey));
        return ns < NEVER - nowNs ? nowNs + ns : NEVER;
    }

    /** How often live clients look: the room's poll, or a tenth of a second where that is zero. */
    public static long lookEveryNs(WaitingRoom settings) {
        return settings.poll().isZero() ? LIVE_LOOK_NS : settings.poll().toNanos();
    }

    /** When a live client who came then looks next after now. */
    public long nextLookNs(long cameNs, long nowNs) {
        long looks = (nowNs - cameNs) / lookEveryNs + 1;
        return Math.addExact(cameNs, Math.multiplyExact(looks, lookEveryNs));
    }

    /** When somebody who came then and is let in now notices it: at the next look, which may be now. */
    public long noticesNs(long cameNs, long nowNs) {
        if (pollNs == 0) {
            return nowNs;
        }
        long looks = (nowNs - cameNs + pollNs - 1) / pollNs;
        return Math.addExact(cameNs, Math.multiplyExact(looks, pollNs));
    }
}
