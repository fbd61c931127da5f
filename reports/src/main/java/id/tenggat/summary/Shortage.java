package id.tenggat.summary;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.InjectorSecond;

/**
 * What an injector ran short of when it could not keep its plan, the surest sign first: where several show in a second, the
 * first one counts.
 */
public enum Shortage {
    /** The machine has no local port left for another connection. */
    PORTS(
            "no local port was left for a connection",
            "let connections live longer, widen net.ipv4.ip_local_port_range, or play a smaller fraction"),

    /** The process may open no more files, connections among them. */
    FILES("the limit of open files was reached", "raise it (ulimit -n), or play a smaller fraction"),

    /** Garbage collection stopped it. */
    MEMORY("garbage collection stopped the injector", "give it more memory, or play a smaller fraction"),

    /** Threads that serve all users waited for something. */
    EVENT_LOOPS(
            "something made the injector's event loops wait",
            "users' code must not block; if none does, this is a fault of the injector"),

    /** The hypervisor took the processors away. */
    HYPERVISOR(
            "the hypervisor gave the processors to other machines",
            "measure on a machine whose processors are its own"),

    /** Its own work took all processors. */
    PROCESSORS("the injector's own work took all processors", "play a smaller fraction, or give it more processors"),

    /** Somebody else's work took the processors. */
    NEIGHBOURS(
            "other programs took the processors, the system under test perhaps",
            "let the injector have processors of its own, or play a smaller fraction"),

    /** None of these shows. */
    UNKNOWN(
            "nothing that was measured tells why",
            "look at the machine's disks, swapping and clock, and at injector.csv");

    private final String words;
    private final String wayOut;

    Shortage(String words, String wayOut) {
        this.words = words;
        this.wayOut = wayOut;
    }

    /** What shows most clearly in a second in which the injector was late. */
    public static Shortage in(InjectorSecond second) {
        for (Shortage shortage : values()) {
            if (shortage.showsIn(second)) {
                return shortage;
            }
        }
        return UNKNOWN;
    }

    /** What happened, in a clause. */
    public String words() {
        return words;
    }

    /** What to do about it. */
    public String wayOut() {
        return wayOut;
    }

    private boolean showsIn(InjectorSecond second) {
        return switch (this) {
            case PORTS -> second.sockets().failures().of(ConnectFailure.NO_PORT) > 0;
            case FILES ->
                second.sockets().failures().of(ConnectFailure.NO_FILE) > 0
                        || isNear(second.sockets().open(), second.sockets().limit());
            case MEMORY -> second.load().collecting() >= Limits.COLLECTING;
            case EVENT_LOOPS -> second.slip().blocked() > 0;
            case HYPERVISOR -> second.load().stolen() >= Limits.STOLEN;
            case PROCESSORS -> second.load().process() >= Limits.PROCESS;
            case NEIGHBOURS -> second.load().machine() >= Limits.MACHINE;
            case UNKNOWN -> true;
        };
    }

    private static boolean isNear(long open, long limit) {
        return limit > 0 && open >= Limits.FILES * limit;
    }

    /** From which shares on a sign shows. */
    private static final class Limits {
        static final double FILES = 0.98;
        static final double COLLECTING = 0.2;
        static final double STOLEN = 0.1;
        static final double PROCESS = 0.8;
        static final double MACHINE = 0.9;

        private Limits() {}
    }
}
