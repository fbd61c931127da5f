package id.tenggat.cli;

import id.tenggat.capacity.MemoryCheck;
import id.tenggat.capacity.MemoryCheck.Refusal;
import id.tenggat.capacity.Supervision;
import id.tenggat.recording.IntervalLength;

import java.util.Locale;
import java.util.Optional;

/** Refuses what would not fit into memory, before it begins. */
final class Memory {

    private static final long MB = 1_000_000;

    private Memory() {}

    /**
     * Checks so many runs of a question, side by side.
     *
     * @throws InputException if they don't fit
     */
    static void require(Question question, int runs, Supervision supervision) {
        long heapBytes = Runtime.getRuntime().maxMemory();
        long intervalNs = IntervalLength.proposedNs(question.scenario());
        Optional<Refusal> refusal =
                new MemoryCheck(question.whole(), question.slice(), intervalNs, heapBytes).refusal(runs, supervision);
        if (refusal.isPresent()) {
            throw new InputException(question.file().path() + ": " + words(refusal.get(), runs, heapBytes));
        }
    }

    private static String words(Refusal refusal, int runs, long heapBytes) {
        String each = runs == 1 ? "" : " in each of " + runs + " runs side by side";
        String fewer = runs == 1 ? "" : ", run fewer at the same time, as in --threads 1";
        return String.format(
                Locale.ROOT,
                "with about %,d applicants or more inside at once%s it needs about %,d MB of memory or more, and this"
                        + " JVM may take %,d MB: give it more, as in TENGGAT_JAVA_OPTS=-Xmx%dm%s, or play a slice, as in"
                        + " --slice \"fraction 10%%\"",
                refusal.inside(),
                each,
                refusal.needBytes() / MB + 1,
                heapBytes / MB,
                roundedUp(refusal.needBytes()),
                fewer);
    }

    /** The JVM counts in mebibytes, and keeps a part of them to itself. */
    private static long roundedUp(long bytes) {
        return (bytes / (1 << 20) / 256 + 1) * 256;
    }
}
