package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;

/** Looks at a body as it comes in, and keeps nothing of it. */
interface BodyCheck {

    /** Lets everything pass. */
    BodyCheck NONE = new BodyCheck() {
        @Override
        public void take(Buffer chunk) {
            // Whoever reads it will judge it.
        }

        @Override
        public void end() {
            // As above.
        }
    };

    /**
     * Some more of it.
     *
     * @throws RefusedBodyException if it can't be made good by what follows
     */
    void take(Buffer chunk) throws RefusedBodyException;

    /**
     * Nothing follows.
     *
     * @throws RefusedBodyException if something is missing
     */
    void end() throws RefusedBodyException;
}
