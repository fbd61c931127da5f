package id.tenggat.replay;

import id.tenggat.arrival.Schedule;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a replay plays, and where.
 *
 * @param target from {@link Target#loopback}
 * @param payloads the body of each step's requests, in the journey's order
 * @param chartsDirectory where Gatling makes the directory of its own charts
 * @param warmUp how long both sides are warmed up before anything is recorded; zero for not at all
 */
public record ReplayPlan(Schedule schedule, URI target, List<Payload> payloads, Path chartsDirectory, Duration warmUp) {
    public ReplayPlan {
        payloads = List.copyOf(payloads);
        int steps = schedule.scenario().journey().steps().size();
        if (payloads.size() != steps) {
            throw new IllegalArgumentException(steps + " steps need as many payloads, found " + payloads.size());
        }
    }
}
