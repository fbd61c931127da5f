package id.tenggat.stack;

import io.netty.util.concurrent.Future;
import io.vertx.core.internal.ContextInternal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * Engine time on a Vert.x event loop. Alarms are the loop's own, in nanoseconds, because Vert.x rounds its timers to
 * milliseconds, which is a percent or more of a service time.
 */
final class LoopTime implements EngineTime {

    private final ContextInternal context;
    private final long originNanoTime;

    /**
     * @param originNanoTime the {@link System#nanoTime()} of engine time 0
     */
    LoopTime(ContextInternal context, long originNanoTime) {
        this.context = context;
        this.originNanoTime = originNanoTime;
    }

    @Override
    public long nowNs() {
        return Math.max(0, System.nanoTime() - originNanoTime);
    }

    @Override
    public Alarm after(long delayNs, Runnable task) {
        Future<?> alarm =
                context.nettyEventLoop().schedule(() -> context.dispatch(task), Math.max(0, delayNs), NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public Alarm at(long engineNs, Runnable task) {
        return after(engineNs - (System.nanoTime() - originNanoTime), task);
    }
}
