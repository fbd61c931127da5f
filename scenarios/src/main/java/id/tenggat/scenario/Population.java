package id.tenggat.scenario;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everybody who will come: a fixed number of applicants in each regency. Applicants are numbered from 0, regency after
 * regency; the number is their identity in both engines.
 */
public record Population(List<Regency> regencies) {

    /**
     * A regency or city.
     *
     * @param code the administrative code, as in {@code 62.71}
     * @param residents who live there
     * @param applicants who will come, 0 or more
     */
    public record Regency(String code, String name, String province, ZoneId zone, long residents, int applicants) {
        public Regency {
            Require.that(residents >= 0, "population of " + code + " must not be negative", residents);
            Require.that(applicants >= 0, "applicants of " + code + " must not be negative", applicants);
        }

        Regency withApplicants(int count) {
            return new Regency(code, name, province, zone, residents, count);
        }
    }

    public Population {
        regencies = List.copyOf(regencies);
        long total = regencies.stream().mapToLong(Regency::applicants).sum();
        Require.that(total >= 1, "a population must have at least one applicant", total);
        Require.that(total <= 100_000_000, "a population may have at most 100,000,000 applicants", total);
    }

    /** The same number of applicants in every regency. */
    public static Population perRegency(List<Regency> regencies, int applicants) {
        return new Population(
                regencies.stream().map(r -> r.withApplicants(applicants)).toList());
    }

    /** A total spread in proportion to the residents, by largest remainder (Hamilton's method), ties by order. */
    public static Population spread(List<Regency> regencies, int total) {
        double residents = regencies.stream().mapToLong(Regency::residents).sum();
        Require.that(residents > 0, "a total can be spread only over regencies with residents", 0);
        int[] share = new int[regencies.size()];
        double[] remainder = new double[share.length];
        int given = 0;
        for (int i = 0; i < share.length; i++) {
            double exact = total * (regencies.get(i).residents() / residents);
            share[i] = (int) exact;
            remainder[i] = exact - share[i];
            given += share[i];
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            byRemainder.add(i);
        }
        byRemainder.sort((a, b) -> Double.compare(remainder[b], remainder[a]));
        for (int i = 0; i < total - given; i++) {
            share[byRemainder.get(i)]++;
        }
        List<Regency> spread = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            spread.add(regencies.get(i).withApplicants(share[i]));
        }
        return new Population(spread);
    }

    /** Number of applicants in all regencies. */
    public int applicants() {
        return regencies.stream().mapToInt(Regency::applicants).sum();
    }

    /** Who lives where: finds the regency of an applicant's number. */
    public static final class Numbering {

        private final int[] first;

        private Numbering(int[] first) {
            this.first = first;
        }

        /** Index of the regency of an applicant. */
        public int of(int applicant) {
            int found = Arrays.binarySearch(first, applicant);
            int regency = found >= 0 ? found : -found - 2;
            while (first[regency + 1] == applicant) {
                regency++;
            }
            return regency;
        }
    }

    /** Finds regencies by applicants' numbers. */
    public Numbering numbering() {
        return new Numbering(firstApplicants());
    }

    /** For each regency the number of its first applicant, and at the end the number of applicants in all. */
    public int[] firstApplicants() {
        int[] first = new int[regencies.size() + 1];
        for (int i = 0; i < regencies.size(); i++) {
            first[i + 1] = first[i] + regencies.get(i).applicants();
        }
        return first;
    }
}
