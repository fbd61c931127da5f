package id.tenggat.scenario;

import java.time.Duration;
import java.util.List;

/**
 * When applicants first come: a curve over the whole calendar times a shape within each day of the applicant's own zone.
 */
public record Arrivals(Curve curve, DayShape dayShape) {

    /** How the density of first arrivals rises toward the deadline T. Each has a closed-form cumulative. */
    public sealed interface Curve {

        /** The same density all the time. */
        record Uniform() implements Curve {}

        /**
         * Hazard rising like 1/(T − t + τ) (Alfi, Parisi and Pietronero, Nature Physics 3:746, 2007).
         *
         * @param tau regularises the deadline itself; the smaller, the sharper the last rush
         */
        record DeadlinePressure(Duration tau) implements Curve {
            public DeadlinePressure {
                Require.positive("tau", tau);
            }
        }

        /**
         * F(t) = 1 − (1 − t/T)^α (Shmueli, Russo and Jank, Annals of Applied Statistics 1, 2007).
         *
         * @param alpha 1 is uniform; below 1 applicants crowd at the deadline
         */
        record Power(double alpha) implements Curve {
            public Power {
                Require.that(alpha > 0 && alpha <= 10, "alpha must lie above 0 and up to 10", alpha);
            }
        }
    }

    /**
     * Relative weight of each hour of the local day.
     *
     * @param hourlyWeights 24 numbers, none negative, not all zero
     */
    public record DayShape(List<Double> hourlyWeights) {

        public static final DayShape FLAT = new DayShape(java.util.Collections.nCopies(24, 1.0));

        /** Peak at 16-17 h local, as in the HMRC self assessment's deadline days; assumed beyond the peak. */
        public static final DayShape OFFICE_HOURS = new DayShape(List.of(
                0.15, 0.08, 0.05, 0.04, 0.05, 0.10, 0.25, 0.55, 1.00, 1.45, 1.75, 1.80, 1.65, 1.70, 1.85, 2.00, 2.10,
                1.75, 1.35, 1.20, 1.15, 1.00, 0.70, 0.35));

        /** Peak at 22 h local, as in the UK voter registration of June 2016; assumed beyond the peak. */
        public static final DayShape LATE_EVENING = new DayShape(List.of(
                0.70, 0.35, 0.20, 0.12, 0.10, 0.15, 0.30, 0.50, 0.75, 0.95, 1.05, 1.05, 1.00, 1.00, 1.05, 1.10, 1.15,
                1.15, 1.25, 1.50, 1.85, 2.15, 2.35, 1.70));

        public DayShape {
            hourlyWeights = List.copyOf(hourlyWeights);
            Require.that(hourlyWeights.size() == 24, "a day has 24 hourly weights", hourlyWeights.size());
            double sum = 0;
            for (double weight : hourlyWeights) {
                Require.that(weight >= 0 && weight <= 1e6, "an hourly weight must lie between 0 and 1,000,000", weight);
                sum += weight;
            }
            Require.that(sum > 0, "hourly weights must not all be zero", sum);
        }
    }
}
