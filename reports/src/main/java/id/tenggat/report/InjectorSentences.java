package id.tenggat.report;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.Tally;
import id.tenggat.scenario.Words;
import id.tenggat.summary.Strain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the reports say of a live run's injector. */
final class InjectorSentences {

    private InjectorSentences() {}

    /** One line each; none if nobody measured. */
    static List<String> of(Judged judged) {
        List<String> sentences = new ArrayList<>();
        judged.summary().strain().ifPresent(strain -> add(sentences, judged, strain));
        return sentences;
    }

    private static void add(List<String> sentences, Judged judged, Strain strain) {
        List<InjectorSecond> seconds = judged.recording().injector();
        sentences.add("injector: behind its plan in %s of %s seconds%s"
                .formatted(
                        Figures.count(strain.behind()),
                        Figures.count(strain.seconds()),
                        strain.shortage()
                                .map(shortage -> "; " + shortage.words())
                                .orElse("")));
        sentences.add(worst(seconds));
        sentences.add("at most in a second: %s of the processors (all programs %s, stolen %s), garbage collection %s%s"
                .formatted(
                        most(seconds, second -> second.load().process()),
                        most(seconds, second -> second.load().machine()),
                        most(seconds, second -> second.load().stolen()),
                        most(seconds, second -> second.load().collecting()),
                        files(seconds)));
        if (strain.failures().total() > 0) {
            sentences.add(failures(strain.failures()));
        }
    }

    private static String worst(List<InjectorSecond> seconds) {
        InjectorSecond worst = seconds.stream()
                .max(Comparator.comparingLong(second -> second.slip().p99Us()))
                .orElseThrow();
        return "worst second of sent - due: p50 %s, p99 %s, max %s, %s into the run"
                .formatted(
                        Figures.latencyUs(worst.slip().p50Us()),
                        Figures.latencyUs(worst.slip().p99Us()),
                        Figures.latencyUs(worst.slip().maxUs()),
                        Words.durationNs(worst.second() * 1_000_000_000L));
    }

    private static String most(List<InjectorSecond> seconds, ToDoubleFunction<InjectorSecond> share) {
        return Figures.percent(Strain.greatest(seconds, share));
    }

    private static String files(List<InjectorSecond> seconds) {
        long open =
                Math.round(Strain.greatest(seconds, second -> second.sockets().open()));
        long limit =
                Math.round(Strain.greatest(seconds, second -> second.sockets().limit()));
        return limit == 0 ? "" : ", %s of %s files open".formatted(Figures.count(open), Figures.count(limit));
    }

    private static String failures(Tally<ConnectFailure> failures) {
        return "no connection: %s for want of a port, %s of a file, %s refused, %s unanswered, %s otherwise"
                .formatted(
                        Figures.count(failures.of(ConnectFailure.NO_PORT)),
                        Figures.count(failures.of(ConnectFailure.NO_FILE)),
                        Figures.count(failures.of(ConnectFailure.REFUSED)),
                        Figures.count(failures.of(ConnectFailure.UNANSWERED)),
                        Figures.count(failures.of(ConnectFailure.OTHER)));
    }
}
