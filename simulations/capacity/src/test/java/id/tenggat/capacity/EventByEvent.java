package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Recorder;

/** A simulation that goes step by step, and lets a test look at it, or meddle with it, after each event. */
final class EventByEvent {

    private final Simulator simulator;

    EventByEvent(Schedule schedule, Recorder recorder) {
        simulator = Simulator.stepByStep(schedule, recorder, Watch.NOBODY);
        simulator.begin();
    }

    Simulator simulator() {
        return simulator;
    }

    /** Goes to the end, and tells the last interval. */
    void play(Runnable look) {
        playUntil(Long.MAX_VALUE, look);
        simulator.endLastInterval();
    }

    /** Everything before this engine time happens; may be asked again for a later one. */
    void playUntil(long stopNs, Runnable look) {
        long nextNs = simulator.nextNs();
        while (nextNs < stopNs && !simulator.isOver(nextNs)) {
            simulator.step(nextNs);
            look.run();
            nextNs = simulator.nextNs();
        }
    }
}
