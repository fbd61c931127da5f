package id.tenggat.replay;

/** All the people of one run. */
@FunctionalInterface
public interface UserSupply {
    /**
     * The user who arrives as number {@code index} of the plan. Called once per user, on many threads at a time,
     * a quarter of a second or less before {@code dueNs} (later when the machine is behind).
     *
     * @param index from 0, in the order of {@link PlannedArrivals}
     * @param dueNs when the plan wants the user's first call, on the axis of {@link System#nanoTime}
     */
    VirtualUser arrive(int index, long dueNs);
}
