package id.tenggat.cli;

import id.tenggat.agreement.Agreement;
import id.tenggat.recording.Recording;
import id.tenggat.report.AgreementJson;
import id.tenggat.report.AgreementText;
import id.tenggat.report.Judged;
import id.tenggat.report.Twin;
import id.tenggat.verdict.Status;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads pairs of recordings back, compares them and shows how they agree. */
final class TwinResults {

    private final List<Twin> twins = new ArrayList<>();
    private final Screen screen;
    private final OutputOptions output;
    private final int cases;

    /** @param cases how many are to be compared */
    TwinResults(Screen screen, OutputOptions output, int cases) {
        this.screen = screen;
        this.output = output;
        this.cases = cases;
    }

    /**
     * What is compared.
     *
     * @param title what to call it beside others
     * @param page where to write the page that holds both
     */
    record Case(String title, Path page) {}

    /**
     * Compares the recordings in these directories, and shows it.
     *
     * @throws InputException if they can't be compared
     */
    void add(Case asked, Path first, Path second) {
        Judged one = Judged.of(Labels.of(first), Recording.read(first));
        Judged other = Judged.of(Labels.of(second), Recording.read(second));
        Agreement.obstacle(one.recording(), other.recording()).ifPresent(why -> {
            throw new InputException(first + " and " + second + " can't be compared: " + why);
        });
        Twin twin = Twin.of(asked.title(), one, other);
        twins.add(twin);
        if (!output.json()) {
            screen.print(AgreementText.of(twin, screen.colour()) + "\n");
        }
        Results page = new Results(screen).add(one).add(other);
        screen.say("report: " + page.writePage(asked.page(), Optional.of(twin)));
    }

    /** Shows what stands at the end of all cases that could be compared; the exit status of the worst. */
    int end() {
        if (output.json()) {
            screen.print(twins.stream()
                    .map(AgreementJson::of)
                    .map(String::strip)
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        } else if (twins.size() > 1) {
            screen.print(AgreementText.of(twins, screen.colour()) + "\n");
        }
        Status worst = twins.stream()
                .map(twin -> twin.agreement().status())
                .reduce(Status.PASS, (one, other) -> other.compareTo(one) > 0 ? other : one);
        screen.say(
                twins.size() == cases ? "agreement: " + worst : "compared " + twins.size() + " of " + cases + " cases");
        return worst.exitStatus();
    }
}
