package id.tenggat.stack;

/** Engine time, and alarms on the one thread that everything of a run happens on. */
interface EngineTime {

    /** Engine nanoseconds; 0 until the run's first instant has come. Never falls. While an alarm rings, the time it was set for. */
    long nowNs();

    /** How late the alarm is that rings, in nanoseconds; 0 if none does, or none is ever late. */
    default long lateNs() {
        return 0;
    }

    /** Something happens that comes from outside: whatever is due rings first, and then the clock stands while this goes on. */
    default void happens(Runnable task) {
        task.run();
    }

    /** Runs a task after so many nanoseconds, never earlier. */
    Alarm after(long delayNs, Runnable task);

    /** Runs a task at an engine time, or soon if that has passed. */
    Alarm at(long engineNs, Runnable task);

    /** A task that waits for its time. */
    interface Alarm {
        /** From now on the task will not run. Without effect if it has. */
        void cancel();
    }
}
