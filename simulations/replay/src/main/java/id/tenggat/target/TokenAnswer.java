package id.tenggat.target;

/**
 * What a target answered when it was asked for its token.
 *
 * @param status of HTTP
 * @param location where it sends on to; empty if it says nothing of it
 */
record TokenAnswer(int status, String location, String body) {

    private static final int TOO_MANY_REQUESTS = 429;

    /** True if it says neither yes nor no: the target is overloaded, or broken. */
    boolean isOfNoUse() {
        return status >= 500 || status == TOO_MANY_REQUESTS;
    }

    /**
     * The document that it holds.
     *
     * @param where it was asked for, for people
     * @throws TargetException if it holds none
     */
    Authorisation authorisation(String where) {
        if (status >= 300 && status < 400) {
            throw new TargetException(where + " answered " + status + (location.isEmpty() ? "" : ", on to " + location)
                    + ": no redirect is followed, for whoever is hit must agree itself; serve the token there, or name the"
                    + " other origin as the target");
        } else if (status != 200) {
            throw new TargetException(
                    where + " answered " + status + ", so nobody there has agreed to be hit; " + Permission.WAY_OUT);
        }
        try {
            return Authorisation.parse(body);
        } catch (IllegalArgumentException e) {
            throw new TargetException(where + " is no token: " + e.getMessage() + "; " + Permission.WAY_OUT);
        }
    }
}
