package id.tenggat.scenario.read;

import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.Incident.Effect;

import java.util.Optional;
import java.util.function.IntFunction;

/** Reads what an incident does. On whom is read apart from it. */
final class EffectReader {

    private EffectReader() {}

    /** What happens, for a station, for a third party, or for either. */
    record Happening(Optional<IntFunction<Effect>> station, Optional<IntFunction<Effect>> thirdParty) {

        static Happening toStation(IntFunction<Effect> effect) {
            return new Happening(Optional.of(effect), Optional.empty());
        }

        static Happening toThirdParty(IntFunction<Effect> effect) {
            return new Happening(Optional.empty(), Optional.of(effect));
        }

        /** @throws IllegalArgumentException if it happens to third parties only */
        Effect onStation(int index) {
            return station.orElseThrow(() -> new IllegalArgumentException(
                            "effect on a station must be down, frozen, slow, losesAnswers, expiresPayments, losesQuota, capacity"
                                    + " or channel"))
                    .apply(index);
        }

        /** @throws IllegalArgumentException if it happens to stations only */
        Effect onThirdParty(int index) {
            return thirdParty
                    .orElseThrow(() -> new IllegalArgumentException(
                            "effect on a third party must be errors, resets, malformed or slow"))
                    .apply(index);
        }
    }

    static Shape<Happening> shape() {
        OneOf<Happening> oneOf = new OneOf<Happening>()
                .word("down", Happening.toStation(Effect.Down::new))
                .word("frozen", Happening.toStation(Effect.Frozen::new))
                .kind("slow", Numbers.aboveZero(10_000).map(EffectReader::slow))
                .kind("losesAnswers", Scalars.share().map(EffectReader::losesAnswers))
                .kind("expiresPayments", Scalars.share().map(EffectReader::expiresPayments))
                .kind("losesQuota", Scalars.share().map(EffectReader::losesQuota))
                .kind("capacity", Scalars.share().map(EffectReader::capacity))
                .kind("channel", new Shape<>("{share: 30%, takes: 2h}", EffectReader::channel));
        for (CallFault how : CallFault.values()) {
            oneOf.kind(how.word(), Scalars.share().map(share -> fails(how, share)));
        }
        return oneOf.shape();
    }

    private static Happening slow(double factor) {
        return new Happening(
                Optional.of(station -> new Effect.Slow(station, factor)),
                Optional.of(thirdParty -> new Effect.Delays(thirdParty, factor)));
    }

    private static Happening losesAnswers(double share) {
        return Happening.toStation(station -> new Effect.LosesAnswers(station, share));
    }

    private static Happening expiresPayments(double share) {
        return Happening.toStation(station -> new Effect.ExpiresPayments(station, share));
    }

    private static Happening losesQuota(double share) {
        return Happening.toStation(station -> new Effect.LosesQuota(station, share));
    }

    private static Happening capacity(double share) {
        return Happening.toStation(station -> new Effect.Capacity(station, share));
    }

    private static Happening fails(CallFault how, double share) {
        return Happening.toThirdParty(thirdParty -> new Effect.FailsCalls(thirdParty, how, share));
    }

    private static Part<Happening> channel(Node node, Findings findings) {
        Section section = new Section("channel", node, findings);
        var share = section.need("share", Scalars.share());
        var takes = section.need("takes", Distributions.shape());
        return section.make(() -> {
            double part = share.get();
            var time = takes.get();
            return Happening.toStation(station -> new Effect.Channel(station, part, time));
        });
    }
}
