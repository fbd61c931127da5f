package id.tenggat.stamping;

import java.util.List;
import java.util.function.Supplier;

/**
 * A document that is wrong, or goes to the limits of what is right.
 *
 * @param what what is wrong with it
 * @param pdf its bytes
 * @param fates what may become of it: reasons of refusals, or {@link Trial#STAMPED} where the format leaves it open
 */
record BadInput(String what, Supplier<byte[]> pdf, List<String> fates) {

    static final String DAMAGED = "damaged";

    static BadInput row(String what, Supplier<byte[]> pdf, String... fates) {
        return new BadInput(what, pdf, List.of(fates));
    }

    static BadInput damaged(String what, Supplier<byte[]> pdf) {
        return row(what, pdf, DAMAGED);
    }

    /** What the format does not allow, but readers may pass over without harm. */
    static BadInput odd(String what, Supplier<byte[]> pdf) {
        return row(what, pdf, DAMAGED, Trial.STAMPED);
    }

    @Override
    public String toString() {
        return what;
    }
}
