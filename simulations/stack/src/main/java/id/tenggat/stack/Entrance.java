package id.tenggat.stack;

import java.time.Duration;

/** What somebody gets who comes to a station, before its own door. */
sealed interface Entrance {

    /** Goes to the station's door now. */
    record In() implements Entrance {}

    /**
     * Waits in the room.
     *
     * @param token what it is known by from now on
     * @param position counted from 1
     * @param lookAgain after how long it should ask whether it is let in
     */
    record Waits(String token, int position, Duration lookAgain) implements Entrance {}

    /** The room is full: turned away as the station does it. */
    record Full() implements Entrance {}

    /** Not granted; nothing changed. */
    record Denied(Problem problem) implements Entrance {}
}
