package id.tenggat.replay;

import java.nio.file.Path;
import java.util.Optional;

/** How a run ended that was not a {@link GatlingCrash}. */
public sealed interface GatlingOutcome {
    /** The directory of its charts; empty if none were made. */
    default Optional<Path> charts() {
        return this instanceof Charted charted ? Optional.of(charted.directory()) : Optional.empty();
    }

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
