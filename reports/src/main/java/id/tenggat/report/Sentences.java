package id.tenggat.report;

import id.tenggat.recording.Audit;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Findings;
import id.tenggat.recording.Provenance;
import id.tenggat.scenario.Words;
import id.tenggat.summary.Completion;
import id.tenggat.summary.Completion.RegencyShare;
import id.tenggat.summary.FirstSign;
import id.tenggat.summary.Peak;
import id.tenggat.summary.Summary;
import id.tenggat.summary.Traffic;
import id.tenggat.verdict.Judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the reports say in words. */
public final class Sentences {

    private Sentences() {}

    /** Why nothing is to be trusted, and what is undecided, each with its way out; a line each. */
    public static List<String> reasons(Judgement verdict) {
        List<String> reasons = new ArrayList<>();
        verdict.doubts().forEach(doubt -> reasons.add("not to be trusted: " + doubt));
        if (!reasons.isEmpty()) {
            reasons.add(Judgement.MEND);
        }
        verdict.undecided().forEach(line -> reasons.add("undecided: " + line));
        return reasons;
    }

    /** What breaks first, and what next; one line each station or pool. */
    public static List<String> signs(Judged judged) {
        List<FirstSign> signs = judged.summary().signs();
        if (!judged.provenance().seesInside()) {
            return List.of("not known: the target is a system of your own, which tells nothing of its stations");
        }
        if (judged.recording().stations().isEmpty()) {
            return List.of("no station has told what it did");
        }
        if (signs.isEmpty()) {
            return List.of("nothing: no station rejects, fills its queue or is busy for more than 95% of its time");
        }
        return signs.stream().map(sign -> sign(sign, judged)).toList();
    }

    private static String sign(FirstSign sign, Judged judged) {
        String interval = Words.durationNs(judged.provenance().axis().intervalNs());
        return "%s %s, from %s on (%s)"
                .formatted(
                        sign.station().name(),
                        what(sign),
                        judged.times().words(sign.at()),
                        howMuch(sign) + " in the first " + interval);
    }

    private static String what(FirstSign sign) {
        return switch (sign.sign()) {
            case FAILS -> "fails most of its requests";
            case REJECTS -> "turns requests away";
            case QUEUE_FULL -> "fills its queue";
            case BUSY -> "has hardly an idle " + (sign.station().isPool() ? "connection" : "worker") + " left";
        };
    }

    private static String howMuch(FirstSign sign) {
        return switch (sign.sign()) {
            case FAILS, REJECTS -> Figures.count(Math.round(sign.value()));
            case QUEUE_FULL -> Figures.count(Math.round(sign.value())) + " waiting";
            case BUSY -> Figures.percent(sign.value()) + " busy";
        };
    }

    /** How many got through. */
    public static String completion(Judged judged) {
        Completion completion = judged.summary().completion();
        return "%s of %s applicants completed by the deadline, %s"
                .formatted(
                        Figures.count(completion.endings().of(Ending.COMPLETED)),
                        Figures.count(completion.applicantsDue()),
                        Figures.percent(completion.share()));
    }

    /** In how many of many runs everybody got through; empty of a slice, which can't tell. */
    public static Optional<String> everybodyDone(Replicated answer) {
        return answer.verdict().everybodyDone().map(done -> "everybody done by the deadline: in " + Figures.runs(done));
    }

    /** Where the fewest got through. */
    public static Optional<String> lowestRegency(Judged judged) {
        return judged.summary().completion().lowest().map(Sentences::lowest);
    }

    private static String lowest(RegencyShare share) {
        return "fewest in %s (%s): %s of %s, %s"
                .formatted(
                        share.regency().name(),
                        share.regency().code(),
                        Figures.count(share.regency().endings().of(Ending.COMPLETED)),
                        Figures.count(share.regency().due()),
                        Figures.percent(share.share()));
    }

    /** Peaks and ratios of all attempts, one line each. */
    static List<String> traffic(Judged judged) {
        Summary summary = judged.summary();
        Traffic traffic = summary.traffic();
        String interval = Words.durationNs(judged.provenance().axis().intervalNs());
        List<String> sentences = new ArrayList<>(List.of(
                "offered peak %s, served peak %s (over %s)"
                        .formatted(
                                rate(traffic.peakSentPerSecond(), judged),
                                rate(traffic.peakServedPerSecond(), judged),
                                interval),
                "%s attempts for each step begun; %s of busy time wasted on clients who had left"
                        .formatted(
                                traffic.retryAmplification().isPresent()
                                        ? Figures.significant(
                                                traffic.retryAmplification().getAsDouble())
                                        : Figures.NONE,
                                Figures.percent(summary.wastedWork())),
                slip(judged)));
        sentences.addAll(InjectorSentences.of(judged));
        return sentences;
    }

    private static String rate(Optional<Peak> peak, Judged judged) {
        return peak.map(p ->
                        Figures.perSecond(p.value()) + " at " + judged.times().words(p.at()))
                .orElse(Figures.NONE);
    }

    private static String slip(Judged judged) {
        return judged.summary()
                .slip()
                .map(slip -> "sent - due: p50 %s, p99 %s, max %s (limit on p99: %s)"
                        .formatted(
                                Figures.latencyUs(slip.p50Us()),
                                Figures.latencyUs(slip.p99Us()),
                                Figures.latencyUs(slip.maxUs()),
                                Words.durationNs(judged.provenance().limits().slipP99Ns())))
                .orElse("sent - due: nothing was sent");
    }

    /** The ledger at the end. */
    static List<String> audit(Judged judged) {
        if (!judged.provenance().seesInside()) {
            return List.of("stamps: not audited, for the target is a system of your own");
        }
        return judged.summary()
                .audit()
                .map(Sentences::audit)
                .orElse(List.of("stamps: the ledger was never read, because the run was never finished"));
    }

    private static List<String> audit(Audit audit) {
        List<String> sentences = new ArrayList<>(List.of(
                "stamps: %s paid = %s issued + %s refundable + %s lost"
                        .formatted(
                                Figures.count(audit.paid()),
                                Figures.count(audit.issued()),
                                Figures.count(audit.refundable()),
                                Figures.count(audit.lost())),
                "%s serials issued twice; %s submissions"
                        .formatted(Figures.count(audit.duplicated()), Figures.count(audit.submitted()))));
        if (!audit.findings().equals(Findings.NONE)) {
            sentences.add(findings(audit.findings()));
        }
        return sentences;
    }

    private static String findings(Findings findings) {
        return "the audit found: %s paid without quota, %s quota lost, %s unsigned; %s submitted without stamps; %s receipts unknown"
                .formatted(
                        Figures.count(findings.paidWithoutQuota()),
                        Figures.count(findings.quotaLost()),
                        Figures.count(findings.unsigned()),
                        Figures.count(findings.submittedWithoutStamps()),
                        Figures.count(findings.receiptsUnknown()));
    }

    /** What was asked. */
    public static String origin(Answer answer) {
        Provenance provenance = answer.recording().provenance();
        Times times = Times.of(provenance.axis());
        String lapse = provenance.axis().timeLapse() == 1
                ? ""
                : ", time runs %s times faster"
                        .formatted(Words.number(provenance.axis().timeLapse()));
        return "%s · %s%s · %s %d · from %s, deadline %s"
                .formatted(
                        provenance.engine(),
                        provenance.part().slice(),
                        lapse,
                        answer instanceof Replicated ? "seeds from" : "seed",
                        provenance.subject().seed(),
                        times.dated(provenance.axis().origin()),
                        times.dated(provenance.axis().deadline()));
    }

    /** The least that identifies the run, and what repeats it. */
    static List<String> run(Judged judged) {
        Provenance provenance = judged.provenance();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "scenario %.12s, schedule %.12s",
                        provenance.subject().sha256(),
                        provenance.due().scheduleDigest()),
                judged.recording().host().commandLine());
    }
}
