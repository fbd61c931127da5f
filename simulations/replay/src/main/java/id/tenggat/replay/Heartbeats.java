package id.tenggat.replay;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Asks every event loop for a sign of life ten times a second, so that one that stands still is seen from outside. */
final class Heartbeats {

    private static final long EVERY_NS = 100_000_000;

    private final List<Heart> hearts = new CopyOnWriteArrayList<>();

    /**
     * How event loops stand still.
     *
     * @param longestNs how long one has been overdue that has been for longest
     * @param blocked loops that are overdue by a beat and more and whose threads wait for something
     */
    record Stillness(long longestNs, int blocked) {}

    /** Watches the loops of a run that begins, instead of those of the run before. */
    void watch(EventLoopGroup loops) {
        hearts.clear();
        for (EventExecutor loop : loops) {
            Heart heart = new Heart(loop);
            hearts.add(heart);
            var unused = loop.scheduleAtFixedRate(heart::beat, EVERY_NS, EVERY_NS, TimeUnit.NANOSECONDS);
        }
    }

    /** The run has ended. */
    void forget() {
        hearts.clear();
    }

    Stillness stillness() {
        long nowNs = System.nanoTime();
        long longestNs = 0;
        int blocked = 0;
        for (Heart heart : hearts) {
            long overdueNs = heart.overdueNs(nowNs);
            longestNs = Math.max(longestNs, overdueNs);
            blocked += overdueNs > EVERY_NS && heart.waits() ? 1 : 0;
        }
        return new Stillness(longestNs, blocked);
    }

    private static final class Heart {

        private final EventExecutor loop;
        private volatile long beatNs = System.nanoTime();

        Heart(EventExecutor loop) {
            this.loop = loop;
        }

        void beat() {
            beatNs = System.nanoTime();
        }

        long overdueNs(long nowNs) {
            return Math.max(0, nowNs - beatNs - EVERY_NS);
        }

        /** A loop that has nothing to do waits in the system, where its thread counts as runnable. */
        boolean waits() {
            if (!(loop instanceof SingleThreadEventExecutor executor)) {
                return false;
            }
            return switch (executor.threadProperties().state()) {
                case BLOCKED, WAITING, TIMED_WAITING -> true;
                case NEW, RUNNABLE, TERMINATED -> false;
            };
        }
    }
}
