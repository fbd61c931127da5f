package id.tenggat.scenario.read;

import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.Stack.ThirdParty;

/** Reads third parties. */
final class ThirdPartyReader {

    static final Shape<ThirdParty> SHAPE = new Shape<>("{thirdParty: …, delay: …}", ThirdPartyReader::read);

    private static final Shape<CallFaults> FAULTS =
            new Shape<>("{resets: 1%, malformed: 1%, slowChunks: …}", ThirdPartyReader::faults);
    private static final Shape<SlowChunks> SLOW_CHUNKS =
            new Shape<>("{share: 1%, takes: 5s}", ThirdPartyReader::slowChunks);

    private ThirdPartyReader() {}

    private static Part<ThirdParty> read(Node node, Findings findings) {
        Section section = new Section("this third party", node, findings);
        var name = section.need("thirdParty", Scalars.name());
        var delay = section.need("delay", Distributions.shape());
        var errors = section.take("errors", Scalars.share(), 0.0);
        var faults = section.take("faults", FAULTS, CallFaults.NONE);
        var answers = section.take("answers", answers(), Answering.AT_ONCE);
        return section.make(() -> new ThirdParty(name.get(), delay.get(), errors.get(), faults.get(), answers.get()));
    }

    private static Part<CallFaults> faults(Node node, Findings findings) {
        Section section = new Section("faults", node, findings);
        var resets = section.take("resets", Scalars.share(), 0.0);
        var malformed = section.take("malformed", Scalars.share(), 0.0);
        var slowChunks = section.take("slowChunks", SLOW_CHUNKS, SlowChunks.NONE);
        return section.make(() -> new CallFaults(resets.get(), malformed.get(), slowChunks.get()));
    }

    private static Part<SlowChunks> slowChunks(Node node, Findings findings) {
        Section section = new Section("slowChunks", node, findings);
        var share = section.need("share", Scalars.share());
        var takes = section.need("takes", Scalars.durationAboveZero());
        return section.make(() -> new SlowChunks(share.get(), takes.get()));
    }

    private static Shape<Answering> answers() {
        OneOf<Answering> oneOf = new OneOf<>();
        for (Answering.Plain plain : Answering.Plain.values()) {
            oneOf.word(plain.word(), plain);
        }
        return oneOf.kind("polled", Scalars.durationAboveZero().map(Answering.Polled::new))
                .shape();
    }
}
