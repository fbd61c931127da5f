package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/** What a replay plays against: how its applicants speak to it, and what it is told, and tells, beside them. */
public sealed interface SystemUnderTest permits TenggatStack, AdaptedSystem {

    /** That it may be hit. */
    Permission permission();

    /**
     * Looks at it before anything is recorded.
     *
     * @throws TargetException if it does not answer, or can't be played this schedule against
     */
    void check(Schedule schedule);

    /** Begins what warms both sides up for this scenario, or the injector alone. */
    WarmUp warmUp(Scenario scenario);

    /**
     * Tells it who is inside already.
     *
     * @throws TargetException if it does not take that
     */
    void preload(Crowd crowd);

    /**
     * Tells it when engine time 0 is.
     *
     * @throws TargetException if it does not take that
     */
    void begin(long startEpochMs, long intervalNs);

    /** How an applicant speaks to it, for the whole of a journey. */
    Client client(int applicant);

    /** What connections to it need beside Gatling's own. */
    default HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
        return protocol;
    }

    /** Whose signatures on its certificate are believed. */
    default Trust trust() {
        return Trust.OF_RUNTIME;
    }

    /**
     * Ends the run, records what it tells of its stations, and asks for the rest.
     *
     * @throws TargetException if it does not answer any more
     */
    Closing end(Journal journal, Recorder recorder);
}
