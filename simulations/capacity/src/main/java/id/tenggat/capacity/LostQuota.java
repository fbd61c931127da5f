package id.tenggat.capacity;

import id.tenggat.state.State;

import java.util.Map;
import java.util.TreeMap;

/** Stamps of quota that are gone without a stamp: of the few whom an incident has befallen. */
final class LostQuota {

    private final Map<Integer, Integer> stamps = new TreeMap<>();
    private long total;

    /** How many an applicant has lost. */
    int of(int applicant) {
        return total == 0 ? 0 : stamps.getOrDefault(applicant, 0);
    }

    void add(int applicant, int lost) {
        if (lost > 0) {
            stamps.merge(applicant, lost, Integer::sum);
            total += lost;
        }
    }

    long total() {
        return total;
    }

    void carry(State state) {
        total = state.of(total);
        int size = state.count(stamps.size(), 2 * Integer.BYTES);
        int[] applicants = stamps.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] lost = stamps.values().stream().mapToInt(Integer::intValue).toArray();
        applicants = state.of(applicants, size);
        lost = state.of(lost, size);
        for (int i = 0; i < size; i++) {
            stamps.put(applicants[i], lost[i]);
        }
    }
}
