package id.tenggat.scenario;

import java.time.Instant;

/**
 * Something that goes wrong, or is put right, between two instants.
 *
 * @param name one line for people
 * @param from the first instant of the effect
 * @param until the first instant without it
 */
public record Incident(String name, Effect effect, Instant from, Instant until) {

    /** What happens. Stations are named by their index in {@link Stack#stations()}. */
    public sealed interface Effect {

        /** Every request fails at once, waiting ones too; what is being served is lost. */
        record Down(int station) implements Effect {}

        /** Requests may enter and wait, but none is begun. */
        record Frozen(int station) implements Effect {}

        /** Service that begins takes this many times as long, above 0. */
        record Slow(int station, double factor) implements Effect {
            public Slow {
                Require.that(factor > 0 && factor <= 10_000, "slow must lie above 0 and up to 10,000", factor);
            }
        }

        /** The work is done but this share of the answers never arrives. */
        record LosesAnswers(int station, double share) implements Effect {
            public LosesAnswers {
                Require.share("losesAnswers", share);
            }
        }

        /**
         * This share of the payments expires after the payer has paid: the money is taken, no quota is credited, and the
         * request breaks. Whoever tries again pays again.
         */
        record ExpiresPayments(int station, double share) implements Effect {
            public ExpiresPayments {
                Require.share("expiresPayments", share);
            }
        }

        /**
         * At this share of the stamps the connection drops after a stamp of quota was used up, and the serial number is
         * forgotten: the quota is gone without a stamp, and the request breaks.
         */
        record LosesQuota(int station, double share) implements Effect {
            public LosesQuota {
                Require.share("losesQuota", share);
            }
        }

        /** Only this share of the workers works (rounded up); a recovery in steps is a row of these. */
        record Capacity(int station, double share) implements Effect {
            public Capacity {
                Require.share("capacity", share);
            }
        }

        /**
         * Another way opens: this share of the applicants does the steps of a station there, without the stack.
         *
         * @param takes how long one step takes there
         */
        record Channel(int station, double share, Distribution takes) implements Effect {
            public Channel {
                Require.share("channel", share);
            }
        }

        /** The station concerned. */
        int station();
    }

    public Incident {
        Require.that(from.isBefore(until), "until must lie after from (" + from + ")", until);
    }
}
