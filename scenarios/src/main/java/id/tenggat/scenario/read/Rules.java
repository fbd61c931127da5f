package id.tenggat.scenario.read;

import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the model's records, whose constructors know the rules, and turns a broken rule into a fault. */
final class Rules {

    private Rules() {}

    /**
     * What the maker makes; absent if a part that it needs is absent or a rule is broken.
     *
     * @param spotOf the spot to blame for a rule's message
     */
    static <R> Part<R> make(Supplier<R> maker, Function<String, Spot> spotOf, Findings findings) {
        try {
            return Part.of(maker.get());
        } catch (Part.AbsentException e) {
            return Part.absent();
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            findings.rule(spotOf.apply(rule), rule);
            return Part.absent();
        }
    }
}
