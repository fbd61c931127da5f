package id.tenggat.scenario.read;

import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.CallRules.Breaker;
import id.tenggat.scenario.CallRules.Retries;

/** Reads how a station calls its third parties. */
final class CallRulesReader {

    static final Shape<CallRules> SHAPE = new Shape<>("{breaker: …, retries: …}", CallRulesReader::rules);

    private CallRulesReader() {}

    private static Part<CallRules> rules(Node node, Findings findings) {
        Section section = new Section("calls", node, findings);
        Shape<Breaker> breakerShape =
                new Shape<>("{failures: 50%, window: 20, open: 30s, probes: 3}", CallRulesReader::breaker);
        Shape<Retries> retriesShape = new Shape<>("{attempts: 3, deposit: 10%, most: 10}", CallRulesReader::retries);
        var breaker = section.takeIfThere("breaker", breakerShape);
        var retries = section.takeIfThere("retries", retriesShape);
        return section.make(() -> new CallRules(breaker.map(Part::get), retries.map(Part::get)));
    }

    private static Part<Breaker> breaker(Node node, Findings findings) {
        Section section = new Section("breaker", node, findings);
        var failures = section.take("failures", Scalars.shareAboveZero(), 0.5);
        var window = section.need("window", Numbers.wholeInt(1, Breaker.WIDEST));
        var open = section.need("open", Scalars.durationAboveZero());
        var probes = section.take("probes", Numbers.wholeInt(1, Breaker.WIDEST), 1);
        return section.make(() -> new Breaker(failures.get(), window.get(), open.get(), probes.get()));
    }

    private static Part<Retries> retries(Node node, Findings findings) {
        Section section = new Section("retries", node, findings);
        var attempts = section.take("attempts", Numbers.wholeInt(2, Retries.MOST_ATTEMPTS), 2);
        var deposit = section.take("deposit", Scalars.shareAboveZero(), 0.1);
        var most = section.need("most", Numbers.from(1, 1e9));
        return section.make(() -> new Retries(attempts.get(), deposit.get(), most.get()));
    }
}
