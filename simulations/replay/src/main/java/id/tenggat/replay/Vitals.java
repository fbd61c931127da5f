package id.tenggat.replay;

import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.InjectorSecond.Slip;
import id.tenggat.recording.InjectorSecond.Sockets;
import id.tenggat.recording.SlipCounts;

/** What an injector measures of itself while it runs: told by all of Gatling's threads, asked by one. */
final class Vitals {

    private final SlipCounts slips = new SlipCounts();
    private final ConnectFailures failures = new ConnectFailures();
    private final Heartbeats heartbeats = new Heartbeats();
    private final HostGauge host = new HostGauge();

    /** An attempt was sent so long after it was due. */
    void sent(long slipNs) {
        slips.add(slipNs);
    }

    ConnectFailures failures() {
        return failures;
    }

    Heartbeats heartbeats() {
        return heartbeats;
    }

    /** Forgets what was measured so far. */
    void reset() {
        var unused = second(0);
    }

    /** What was measured since it was asked last. */
    InjectorSecond second(int second) {
        SlipCounts.Quantiles slip = slips.drain();
        Heartbeats.Stillness still = heartbeats.stillness();
        Slip lateness = new Slip(
                slip.count(), slip.p50Us(), slip.p99Us(), slip.maxUs(), still.longestNs() / 1_000, still.blocked());
        HostGauge.Files files = host.files();
        return new InjectorSecond(
                second, lateness, host.load(), new Sockets(files.open(), files.limit(), failures.drain()));
    }
}
