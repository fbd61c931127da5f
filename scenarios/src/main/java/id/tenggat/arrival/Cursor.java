package id.tenggat.arrival;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;

import java.time.Duration;

/**
 * Walks over first arrivals in order: a merge of the regencies' sorted streams by a binary heap, thinned and windowed by
 * the slice. Not safe for use by several threads.
 */
public final class Cursor {

    private final RegencyArrivals[] streams;
    private final int[] firstApplicants;
    private final Draws draws;
    private final double fraction;
    private final double timeLapse;
    private final double originSeconds;
    private final double untilSeconds;
    /** Regencies that have an arrival left, the earliest at 0. */
    private final int[] heap;

    private int heapSize;
    private int regency;
    private int applicant;
    private long dueNs;

    Cursor(Scenario scenario, RegencyArrivals[] streams) {
        this.streams = streams;
        this.firstApplicants = scenario.population().firstApplicants();
        this.draws = new Draws(scenario.seed());
        Slice slice = scenario.slice();
        this.fraction = slice.fraction();
        this.timeLapse = slice.timeLapse();
        this.originSeconds = seconds(Duration.between(
                scenario.calendar().opens(), scenario.timeline().origin()));
        this.untilSeconds =
                slice.window().map(w -> originSeconds + seconds(w.length())).orElse(Double.POSITIVE_INFINITY);
        this.heap = new int[streams.length];
        for (int i = 0; i < streams.length; i++) {
            if (streams[i].advance()) {
                heap[heapSize++] = i;
            }
        }
        for (int i = heapSize / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Goes on to the next arrival of the slice; false if there is none. */
    public boolean advance() {
        while (heapSize > 0) {
            int earliest = heap[0];
            double seconds = streams[earliest].seconds();
            int candidate = firstApplicants[earliest] + streams[earliest].rank();
            takeNext();
            if (seconds >= untilSeconds) {
                heapSize = 0;
            } else if (seconds >= originSeconds && isInFraction(candidate)) {
                regency = earliest;
                applicant = candidate;
                dueNs = (long) ((seconds - originSeconds) / timeLapse * 1e9);
                return true;
            }
        }
        return false;
    }

    private boolean isInFraction(int candidate) {
        return fraction == 1 || draws.uniform(Purpose.SLICE, candidate, 0, 0) < fraction;
    }

    /** The current applicant's number. */
    public int applicant() {
        return applicant;
    }

    /** Index of the current applicant's regency. */
    public int regency() {
        return regency;
    }

    /** When the current applicant comes: engine nanoseconds. */
    public long dueNs() {
        return dueNs;
    }

    private void takeNext() {
        if (!streams[heap[0]].advance()) {
            heap[0] = heap[--heapSize];
        }
        siftDown(0);
    }

    private void siftDown(int start) {
        int i = start;
        while (2 * i + 1 < heapSize) {
            int child = 2 * i + 1;
            if (child + 1 < heapSize && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], heap[i])) {
                return;
            }
            int swapped = heap[i];
            heap[i] = heap[child];
            heap[child] = swapped;
            i = child;
        }
    }

    private boolean isBefore(int a, int b) {
        double difference = streams[a].seconds() - streams[b].seconds();
        return difference < 0 || (difference == 0 && a < b);
    }
}
