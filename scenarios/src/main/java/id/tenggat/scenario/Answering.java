package id.tenggat.scenario;

import java.time.Duration;

/** How a third party's answer comes to its caller. */
public sealed interface Answering {

    /** Ways that need no number. */
    enum Plain implements Answering {
        /** On the connection of the call, which is held for the delay. */
        AT_ONCE("at-once"),
        /** The call is taken at once; when the delay is over, the third party calls back. */
        WEBHOOK("webhook");

        private final String word;

        Plain(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    /**
     * The call makes an order, which is taken at once; the caller then asks again and again what became of it, as with a
     * payment by QR code.
     *
     * @param every from one question to the next, and from the order to the first; longer than zero
     */
    record Polled(Duration every) implements Answering {
        public Polled {
            Require.positive("polled", every);
        }
    }

    Answering AT_ONCE = Plain.AT_ONCE;
    Answering WEBHOOK = Plain.WEBHOOK;
}
