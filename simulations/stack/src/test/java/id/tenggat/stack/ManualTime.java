package id.tenggat.stack;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Engine time that stands still until it is moved. */
final class ManualTime implements EngineTime {

    private record Planned(long atNs, long sequence, Runnable task) {}

    private final PriorityQueue<Planned> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Planned::atNs).thenComparingLong(Planned::sequence));
    private long nowNs;
    private long sequence;

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public Alarm after(long delayNs, Runnable task) {
        return at(nowNs + delayNs, task);
    }

    @Override
    public Alarm at(long engineNs, Runnable task) {
        Planned planned = new Planned(Math.max(nowNs, engineNs), sequence++, task);
        agenda.add(planned);
        return () -> agenda.remove(planned);
    }

    /** Goes there, and does on the way what is planned until then. */
    void goToMs(long ms) {
        long untilNs = ms * 1_000_000;
        for (Planned next = agenda.peek(); next != null && next.atNs() <= untilNs; next = agenda.peek()) {
            agenda.remove();
            nowNs = next.atNs();
            next.task().run();
        }
        nowNs = untilNs;
    }

    /** True if nothing is planned any more. */
    boolean isIdle() {
        return agenda.isEmpty();
    }
}
