package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.scenario.Scenario;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.EnsembleRow;
import id.tenggat.verdict.EnsembleVerdict;

import java.util.OptionalDouble;

/**
 * The verdict and numbers of many runs for programs. What has no data is absent; values are in the unit that stands beside
 * them (ns, share, ratio, count).
 *
 * <pre>
 * formatVersion
 * run          scenario, title, seed, slice, whole, replicationsAsked, confidence, looks, runsBefore (0: no baseline)
 * verdict      status, exitStatus, confidence, invalidReasons[] (both of the following), doubts[], undecided[],
 *              objectives[]: text, unit, bound, mean, low, high, margin, outcome (HOLDS, MISSED, UNDECIDED, NOT_JUDGED),
 *                            note, held: hits, runs, share, low, high
 *              everybodyDone: as held
 * figures[]    name, unit, runs, min, median, max, mean, low, high
 * replications[] number, seed, values: by the figures' names
 * </pre>
 */
public final class EnsembleJson {

    private final Replicated answer;
    private final Ensemble ensemble;
    private final EnsembleVerdict verdict;
    private final ObjectNode json = JsonText.object();

    private EnsembleJson(Replicated answer) {
        this.answer = answer;
        this.ensemble = answer.ensemble();
        this.verdict = answer.verdict();
    }

    /** The numbers as an indented JSON object that ends in a line feed. */
    public static String of(Replicated answer) {
        return JsonText.indented(new EnsembleJson(answer).tree());
    }

    private ObjectNode tree() {
        Scenario scenario = ensemble.scenario();
        json.put("formatVersion", JsonSummary.FORMAT_VERSION);
        json.putObject("run")
                .put("scenario", scenario.name())
                .put("title", scenario.title())
                .put("seed", scenario.seed())
                .put("slice", scenario.slice().toString())
                .put("whole", scenario.slice().isWhole())
                .put("replicationsAsked", ensemble.asked())
                .put("confidence", EnsembleJudge.CONFIDENCE)
                .put("looks", answer.looks())
                .put("runsBefore", answer.before());
        putVerdict(json.putObject("verdict"));
        ArrayNode figures = json.putArray("figures");
        ensemble.figures().stream()
                .filter(figure -> ensemble.observed(figure).length > 0)
                .forEach(figure -> put(figures.addObject(), figure));
        ArrayNode runs = json.putArray("replications");
        ensemble.runs().forEach(run -> put(runs.addObject(), run));
        return json;
    }

    private void putVerdict(ObjectNode to) {
        to.put("status", verdict.status().name())
                .put("exitStatus", verdict.status().exitStatus())
                .put("confidence", verdict.confidence());
        JsonSummary.putReasons(to, verdict);
        ArrayNode rows = to.putArray("objectives");
        verdict.rows().forEach(row -> put(rows.addObject(), row));
        verdict.everybodyDone().ifPresent(done -> put(to.putObject("everybodyDone"), done));
    }

    private static void put(ObjectNode to, EnsembleRow row) {
        to.put("text", row.objective().text())
                .put("unit", JsonSummary.unit(row.objective().metric().unit()));
        row.bound().ifPresent(bound -> to.put("bound", bound.value()));
        JsonSummary.put(to, "mean", row.observed());
        row.interval().ifPresent(interval -> put(to, interval));
        JsonSummary.put(to, "margin", row.margin());
        to.put("outcome", row.outcome().name()).put("note", row.note());
        row.held().ifPresent(held -> put(to.putObject("held"), held));
    }

    private static void put(ObjectNode to, Interval interval) {
        to.put("low", interval.low()).put("high", interval.high());
    }

    private static void put(ObjectNode to, Proportion proportion) {
        to.put("hits", proportion.hits()).put("runs", proportion.runs()).put("share", proportion.share());
        put(to, proportion.interval(EnsembleJudge.CONFIDENCE));
    }

    private void put(ObjectNode to, Figure figure) {
        Sample sample = Sample.of(ensemble.observed(figure));
        to.put("name", figure.text())
                .put("unit", JsonSummary.unit(figure.metric().unit()))
                .put("runs", sample.size())
                .put("min", sample.min())
                .put("median", sample.median())
                .put("max", sample.max())
                .put("mean", sample.mean());
        if (sample.size() > 1) {
            put(to, EnsembleJudge.possible(figure.metric(), sample));
        }
    }

    private void put(ObjectNode to, Replication run) {
        to.put("number", run.number()).put("seed", run.seed());
        ObjectNode values = to.putObject("values");
        for (int i = 0; i < ensemble.figures().size(); i++) {
            OptionalDouble value = run.values().get(i);
            if (value.isPresent()) {
                values.put(ensemble.figures().get(i).text(), value.getAsDouble());
            }
        }
    }
}
