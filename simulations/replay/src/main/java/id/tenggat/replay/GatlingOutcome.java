package id.tenggat.replay;

import java.nio.file.Path;

/** How a run ended that was not a {@link GatlingCrash}. */
public sealed interface GatlingOutcome {
    /** Played to the end, without charts. */
    record Played() implements GatlingOutcome {}

    /**
     * Played to the end, with charts.
     *
     * @param directory holds {@code index.html} and {@code simulation.log}
     */
    record Charted(Path directory) implements GatlingOutcome {}

    /** Stopped before its end; nothing is charted. */
    record Stopped() implements GatlingOutcome {}

    /** Played to the end without a single call, of which Gatling makes no charts. */
    record Silent() implements GatlingOutcome {}
}
