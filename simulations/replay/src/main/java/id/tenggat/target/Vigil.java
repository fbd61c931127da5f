package id.tenggat.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds, while a run goes on, whether its permission stands. Under load a target may fail to answer; but
 * one that can't be asked for a minute can't withdraw either, so then it counts as withdrawn.
 */
public final class Vigil implements AutoCloseable {

    static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private static final long EVERY_MS = 3_000;

    private final Permission permission;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Vigil::daemon);
    private Instant heard;

    Vigil(Permission permission, InstantSource clock) {
        this.permission = permission;
        this.clock = clock;
        this.heard = clock.instant();
    }

    static Vigil over(Permission permission, InstantSource clock) {
        Vigil vigil = new Vigil(permission, clock);
        var unused = vigil.executor.scheduleWithFixedDelay(vigil::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return vigil;
    }

    /** One look; whatever goes wrong but silence ends the permission. */
    void look() {
        try {
            permission.expire();
            permission.renew();
            heard = clock.instant();
        } catch (UnansweredException e) {
            if (Duration.between(heard, clock.instant()).compareTo(LONGEST_SILENCE) > 0) {
                permission.withdraw(
                        new TargetException(e.getMessage() + ", for more than " + LONGEST_SILENCE.toSeconds()
                                + " s: a target that can't be asked can't withdraw, so load ends; serve the token apart from what is"
                                + " loaded"));
            }
        } catch (TargetException e) {
            permission.withdraw(e);
        } catch (RuntimeException e) {
            permission.withdraw(
                    new TargetException("the permission to hit " + permission.target() + " can't be renewed: " + e));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "permission");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
