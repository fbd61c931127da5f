package id.tenggat.cli;

import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.Quantities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Optional;

/** The instant at which a simulation is to stop, on the command line. */
final class StopOption {

    private static final String NAME = "--stop-at";

    @Option(
            names = NAME,
            paramLabel = "INSTANT",
            description = {
                "play until just before this instant, as in 2024-09-05T20:00, write a snapshot",
                "to go on from, and judge nothing"
            })
    private @Nullable String text;

    /**
     * The instant, in the calendar's zone if it names none.
     *
     * @throws InputException if it is none, or lies before the first that is played
     */
    Optional<Instant> instant(Question question) {
        return Optional.ofNullable(text).map(asked -> instant(asked, question));
    }

    private static Instant instant(String asked, Question question) {
        try {
            Instant instant =
                    Quantities.instant(asked, question.whole().calendar().zone());
            Instant first = question.scenario().timeline().origin();
            if (instant.isBefore(first)) {
                throw new InputException("%s must not lie before the first instant that is played, %s, found %s"
                        .formatted(NAME, question.onCalendar(first), asked));
            }
            return instant;
        } catch (PhraseException e) {
            throw new InputException(NAME + ": " + e.getMessage());
        }
    }
}
