package id.tenggat.benchmarks.stamping;

/** With whose cryptography a peer is measured. */
public enum Flavour {
    /** As its documentation shows it. */
    DOCUMENTED {
        @Override
        Crypto crypto() {
            return Crypto.JDK;
        }
    },
    /** With the fastest provider that it can be given: what is left is the library's own. */
    FAIR {
        @Override
        Crypto crypto() {
            return Crypto.best();
        }
    };

    abstract Crypto crypto();
}
