package id.tenggat.stack;

/** Why a token of a waiting room is not taken. */
final class RoomProblems {

    private RoomProblems() {}

    static Problem tokenGone() {
        return new Problem(
                410,
                "token-gone",
                "no such token: it was used, given back, not heard of for too long, of another run or station, or never"
                        + " made; come again without one");
    }

    static Problem tokenOfAnother() {
        return new Problem(409, "token-of-another", "the token is for another applicant or step");
    }

    static Problem notAdmitted(int position) {
        return new Problem(
                409,
                "not-admitted",
                "the token does not let in yet: its position in the waiting room is " + position
                        + "; look at POST /waiting-room/{token}");
    }
}
