package id.tenggat.benchmarks;

/**
 * The wait in M/M/c in its steady state: P(W > t) = C exp(−(cμ − λ)t), with Erlang's probability of waiting C = B/(1 − ρ(1 − B))
 * and loss formula B(0) = 1, B(k) = aB/(k + aB), a = λ/μ, ρ = a/c.
 *
 * @param workers c
 * @param load ρ, below 1
 * @param meanServiceMs 1/μ in milliseconds
 */
record ErlangC(int workers, double load, double meanServiceMs) {

    /** The probability of waiting. */
    double waits() {
        double offered = load * workers;
        double loss = 1;
        for (int k = 1; k <= workers; k++) {
            loss = offered * loss / (k + offered * loss);
        }
        return loss / (1 - load * (1 - loss));
    }

    /** Of all who come, whether they wait or not. */
    double meanMs() {
        return waits() * drainMs();
    }

    /** What so large a share does not wait for longer than; 0 if that share need not wait. */
    double quantileMs(double share) {
        return Math.max(0, Math.log(waits() / (1 - share)) * drainMs());
    }

    private double drainMs() {
        return meanServiceMs / (workers * (1 - load));
    }
}
