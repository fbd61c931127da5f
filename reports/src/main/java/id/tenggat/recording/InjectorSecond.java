package id.tenggat.recording;

/**
 * What a live run's injector measured of itself in one second of engine time. A second that nobody could measure, because the
 * whole process stood still, has no row; the next one covers it.
 *
 * @param second from the run's beginning
 */
public record InjectorSecond(int second, Slip slip, Load load, Sockets sockets) {

    /**
     * How late it was.
     *
     * @param sent attempts sent
     * @param p50Us median of sent − due, in microseconds, rounded up by at most 0.1 %, as the others are; 0 if nothing was sent
     * @param stillUs how long the event loop that has waited longest for its turn had waited at the end of the second
     * @param blocked event loops that then stood still and whose threads waited for something
     */
    public record Slip(long sent, long p50Us, long p99Us, long maxUs, long stillUs, int blocked) {}

    /**
     * What it and its machine were busy with: shares from 0 to 1, of all processors, or of the time; 0 where the system does
     * not tell.
     *
     * @param process the injector's own share of the processors
     * @param machine share of the processors that anybody used
     * @param stolen share of the processors that the hypervisor gave to other machines
     * @param collecting share of the time in which garbage collection stopped the process
     */
    public record Load(double process, double machine, double stolen, double collecting) {}

    /**
     * Its connections.
     *
     * @param open files that the process holds open, connections among them; 0 where the system does not tell
     * @param limit how many it may; 0 where the system does not tell
     * @param failures attempts that got no connection, by why
     */
    public record Sockets(long open, long limit, Tally<ConnectFailure> failures) {}

    /** True if attempts were sent, or an event loop stood still, later than the plan allows. */
    public boolean isBehind(long limitNs) {
        return Math.max(slip.p99Us, slip.stillUs) * 1_000 > limitNs;
    }
}
