package id.tenggat.scenario;

/** How live clients speak to what they are played against. */
public record Wire(Protocol protocol, Connections connections) {

    /** HTTP/1.1, a connection per applicant. */
    public static final Wire ORDINARY = new Wire(Protocol.HTTP_1_1, Connections.PER_APPLICANT);

    /** What is spoken. */
    public enum Protocol {
        HTTP_1_1("http-1.1", "HTTP/1.1"),
        /** Over TLS, as browsers do. */
        HTTP_2("http-2", "HTTP/2");

        private final String word;
        private final String name;

        Protocol(String word, String name) {
            this.word = word;
            this.name = name;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    /** How many connections there are. */
    public enum Connections {
        /** Each applicant opens one and keeps it for the journey, as a browser does. */
        PER_APPLICANT("per-applicant", "a connection per applicant"),
        /** All share those that are open: a proxy that keeps connections, or an application's server. */
        POOLED("pooled", "pooled connections"),
        /** Closed after each answer. */
        PER_REQUEST("per-request", "a connection per request");

        private final String word;
        private final String phrase;

        Connections(String word, String phrase) {
            this.word = word;
            this.phrase = phrase;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    public Wire {
        Require.that(
                protocol == Protocol.HTTP_1_1 || connections != Connections.PER_REQUEST,
                "connections must be per-applicant or pooled with http-2, whose connections carry streams",
                connections.word());
    }

    /** For people: {@code HTTP/1.1, a connection per applicant}. */
    public String words() {
        return protocol.name + ", " + connections.phrase;
    }
}
