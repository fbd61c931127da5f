package id.tenggat.cli;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Witness;
import id.tenggat.report.Asked.Trace;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Population.Regency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whose lives are to be told, on the command line. */
final class TraceOptions {

    private static final Pattern WORDS = Pattern.compile("applicant=(\\d{1,9})");

    @Option(
            names = "--trace",
            paramLabel = "applicant=N",
            description = "tell the life of an applicant, numbered from 0, regency after regency (may be repeated)")
    private List<String> traces = new ArrayList<>();

    /**
     * A witness of them; nobody if none was asked for.
     *
     * @throws InputException if there is no such applicant
     */
    @Nullable
    Witness witness(Question question) {
        List<Integer> applicants = traces.stream()
                .map(words -> applicant(words, question))
                .distinct()
                .toList();
        return applicants.isEmpty() ? null : new Witness(applicants);
    }

    boolean areAsked() {
        return !traces.isEmpty();
    }

    private static int applicant(String words, Question question) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new InputException("--trace must be applicant=N, as in applicant=42, found \"" + words + "\"");
        }
        int applicant = Integer.parseInt(matcher.group(1));
        if (applicant >= question.whole().population().applicants()) {
            throw new InputException(
                    "--trace " + words + ": " + numbering(question.whole().population()));
        }
        return applicant;
    }

    private static String numbering(Population population) {
        int[] first = population.firstApplicants();
        int[] inhabited = IntStream.range(0, first.length - 1)
                .filter(i -> first[i] < first[i + 1])
                .toArray();
        int last = inhabited[inhabited.length - 1];
        String one = range(population, first, inhabited[0]);
        return String.format(
                Locale.ROOT,
                "applicants are numbered from 0 to %d, regency after regency as the scenario lists them: %s",
                population.applicants() - 1,
                inhabited.length == 1 ? one : one + " … " + range(population, first, last));
    }

    private static String range(Population population, int[] first, int index) {
        Regency regency = population.regencies().get(index);
        return "%d to %d in %s (%s)".formatted(first[index], first[index + 1] - 1, regency.name(), regency.code());
    }

    /**
     * Refuses whoever does not come in a schedule.
     *
     * @throws InputException naming one who does
     */
    static void requireIn(Schedule schedule, Witness witness) {
        witness.lives().forEach(life -> requireIn(schedule, life.applicant()));
    }

    private static void requireIn(Schedule schedule, int applicant) {
        OptionalInt near = schedule.nearest(applicant);
        if (near.isEmpty() || near.getAsInt() != applicant) {
            throw new InputException("--trace applicant=%d: is not in the slice \"%s\"%s"
                    .formatted(
                            applicant,
                            schedule.scenario().slice(),
                            near.isEmpty()
                                    ? ", where nobody comes"
                                    : "; the nearest who is: applicant=" + near.getAsInt()));
        }
    }

    /** Tells what a witness has seen, of those whom it has seen at all. */
    static List<Trace> traces(Question question, @Nullable Witness witness) {
        return witness == null
                ? List.of()
                : witness.lives().stream()
                        .filter(life -> !life.events().isEmpty())
                        .map(life -> new Trace(question.scenario(), life))
                        .toList();
    }
}
