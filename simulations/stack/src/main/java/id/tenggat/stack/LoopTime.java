package id.tenggat.stack;

import io.netty.util.concurrent.Future;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.TreeSet;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * Engine time on a Vert.x event loop. The loop's own timer stands, in nanoseconds, because Vert.x rounds its timers to
 * milliseconds, which is a percent or more of a service time.
 *
 * <p>While an alarm rings, the clock stands at the time for which it was set, however late the loop comes to it: what follows
 * from it is planned from there. Else every service would take longer by as much as the loop is late, and a station that is
 * almost full would never recover.
 */
final class LoopTime implements EngineTime {

    private final ContextInternal context;
    private final long originNanoTime;
    private final TreeSet<Planned> agenda = new TreeSet<>(Planned.ORDER);
    private long planned;
    private long nowNs;
    private boolean stands;
    private @Nullable Future<?> timer;
    private long timerNs = Long.MAX_VALUE;

    private record Planned(long atNs, long sequence, Runnable task) {
        static final Comparator<Planned> ORDER =
                Comparator.comparingLong(Planned::atNs).thenComparingLong(Planned::sequence);
    }

    /**
     * @param originNanoTime the {@link System#nanoTime()} of engine time 0
     */
    LoopTime(ContextInternal context, long originNanoTime) {
        this.context = context;
        this.originNanoTime = originNanoTime;
    }

    @Override
    public long nowNs() {
        if (!stands) {
            nowNs = Math.max(nowNs, realNs());
        }
        return nowNs;
    }

    @Override
    public long lateNs() {
        return stands ? Math.max(0, realNs() - nowNs) : 0;
    }

    @Override
    public void happens(Runnable task) {
        if (stands) {
            task.run();
        } else {
            standWhile(() -> {
                long realNs = realNs();
                ringUntil(realNs);
                nowNs = Math.max(nowNs, realNs);
                task.run();
            });
        }
    }

    /** Sets the timer but once, after all that is done and planned meanwhile. */
    private void standWhile(Runnable task) {
        stands = true;
        try {
            task.run();
        } finally {
            stands = false;
            setTimer();
        }
    }

    private long realNs() {
        return System.nanoTime() - originNanoTime;
    }

    @Override
    public Alarm after(long delayNs, Runnable task) {
        return at((stands ? nowNs : realNs()) + Math.max(0, delayNs), task);
    }

    @Override
    public Alarm at(long engineNs, Runnable task) {
        Planned alarm = new Planned(engineNs, planned++, task);
        agenda.add(alarm);
        setTimer();
        return () -> cancel(alarm);
    }

    private void cancel(Planned alarm) {
        agenda.remove(alarm);
        if (agenda.isEmpty()) {
            stopTimer();
        }
    }

    private void ring() {
        stopTimer();
        standWhile(() -> ringUntil(realNs()));
    }

    private void ringUntil(long realNs) {
        while (!agenda.isEmpty() && agenda.first().atNs() <= realNs) {
            Planned next = agenda.first();
            agenda.remove(next);
            nowNs = Math.max(nowNs, next.atNs());
            run(next.task());
        }
    }

    /** What one alarm breaks is no affair of the next, nor of whoever came from outside. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            context.reportException(e);
        }
    }

    /** For the first alarm, unless it is set, or will be as soon as the clock goes on. */
    private void setTimer() {
        if (stands || agenda.isEmpty() || agenda.first().atNs() >= timerNs) {
            return;
        }
        stopTimer();
        timerNs = agenda.first().atNs();
        long delayNs = Math.max(0, timerNs - realNs());
        timer = context.nettyEventLoop().schedule(() -> context.dispatch(this::ring), delayNs, NANOSECONDS);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        timerNs = Long.MAX_VALUE;
    }
}
