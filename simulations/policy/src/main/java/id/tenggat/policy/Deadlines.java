package id.tenggat.policy;

import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

import java.util.List;

/** The deadline as everybody knows it at each engine time, and where a slice's window ends. */
final class Deadlines {

    private final long[] announcedNs;
    private final long[] closesNs;
    private final long windowEndNs;

    Deadlines(Scenario scenario) {
        Timeline timeline = scenario.timeline();
        List<Calendar.Extension> extensions = scenario.calendar().extensions();
        announcedNs = new long[extensions.size() + 1];
        closesNs = new long[announcedNs.length];
        announcedNs[0] = Long.MIN_VALUE;
        closesNs[0] = timeline.nsAt(scenario.calendar().closes());
        for (int i = 0; i < extensions.size(); i++) {
            announcedNs[i + 1] = timeline.nsAt(extensions.get(i).announced());
            closesNs[i + 1] = timeline.nsAt(extensions.get(i).closes());
        }
        windowEndNs = scenario.slice()
                .window()
                .map(w -> timeline.nsAt(timeline.origin().plus(w.length())))
                .filter(end -> end < last())
                .orElse(Long.MAX_VALUE);
    }

    long knownAt(long ns) {
        int i = announcedNs.length - 1;
        while (announcedNs[i] > ns) {
            i--;
        }
        return closesNs[i];
    }

    long last() {
        return closesNs[closesNs.length - 1];
    }

    /** The first time that is not played; never, if the window reaches the last deadline. */
    long windowEnd() {
        return windowEndNs;
    }
}
