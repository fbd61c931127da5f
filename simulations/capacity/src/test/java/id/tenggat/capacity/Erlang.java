package id.tenggat.capacity;

import java.util.stream.IntStream;

/** Closed forms of queues with exponential service of mean 1: a is the offered load in Erlangs. */
final class Erlang {

    private Erlang() {}

    /** Erlang's loss formula, by its recursion B(0) = 1, B(k) = aB/(k + aB). */
    static double b(int servers, double a) {
        double b = 1;
        for (int k = 1; k <= servers; k++) {
            b = a * b / (k + a * b);
        }
        return b;
    }

    /** Probability of waiting in M/M/c: C = B/(1 − ρ(1 − B)). */
    static double c(int servers, double a) {
        double b = b(servers, a);
        return b / (1 - a / servers * (1 - b));
    }

    /** Mean time in M/M/c. */
    static double timeInSystem(int servers, double a) {
        return 1 + c(servers, a) / (servers - a);
    }

    /** Stationary probabilities of M/M/c/K: birth rate a, death rate min(n, c). */
    private static double[] states(int servers, int places, double a) {
        double[] p = new double[places + 1];
        p[0] = 1;
        for (int n = 1; n <= places; n++) {
            p[n] = p[n - 1] * a / Math.min(n, servers);
        }
        double sum = IntStream.rangeClosed(0, places).mapToDouble(n -> p[n]).sum();
        return IntStream.rangeClosed(0, places).mapToDouble(n -> p[n] / sum).toArray();
    }

    /** Probability that M/M/c/K is full. */
    static double blocked(int servers, int places, double a) {
        return states(servers, places, a)[places];
    }

    /** Mean time of those who are let into M/M/c/K, by Little's law. */
    static double timeInSystem(int servers, int places, double a) {
        double[] p = states(servers, places, a);
        double inside =
                IntStream.rangeClosed(0, places).mapToDouble(n -> n * p[n]).sum();
        return inside / (a * (1 - p[places]));
    }

    /**
     * M/M/c+M in a steady state (Erlang A): a birth-death chain in which each of those who wait leaves at rate θ (Garnett,
     * Mandelbaum and Reiman, MSOM 4:208, 2002).
     *
     * @param queue mean number of those who wait
     * @param busy mean number of busy servers
     */
    record A(double queue, double busy) {

        static A of(int servers, double a, double theta) {
            double weight = 1;
            double sum = 0;
            double queue = 0;
            double busy = 0;
            for (int n = 0; weight > sum * 1e-18 || n <= a; n++) {
                sum += weight;
                queue += weight * Math.max(0, n - servers);
                busy += weight * Math.min(n, servers);
                weight *= a / (Math.min(n + 1, servers) + theta * Math.max(0, n + 1 - servers));
            }
            return new A(queue / sum, busy / sum);
        }
    }

    /**
     * Share that leaves the queue of M/M/c+D unserved: P = (1 + (λ − cμ)J)/(ε + λJ), where J = ∫ exp(λ min(x, D) − cμx) dx
     * and ε = Σ (a^j/j!) / (a^(c−1)/(c−1)!) over j below c (Zeltyn and Mandelbaum, Queueing Systems 51:361, 2005).
     */
    static double abandoned(int servers, double a, double patience) {
        double ratio = 1;
        double epsilon = 1;
        for (int j = servers - 1; j >= 1; j--) {
            ratio *= j / a;
            epsilon += ratio;
        }
        double drift = a - servers;
        double before = drift == 0 ? patience : Math.expm1(drift * patience) / drift;
        double integral = before + Math.exp(drift * patience) / servers;
        return (1 + drift * integral) / (epsilon + a * integral);
    }
}
