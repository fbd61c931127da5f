package id.tenggat.replay;

import java.util.Optional;

/**
 * One attempt of an applicant over HTTP: a call, or several one after the other, until it is known what became of it. The
 * first call is due when the attempt is.
 */
interface Dialogue {

    /** The call to make now that its due time has come. */
    Call call();

    /**
     * Hears how the call ended.
     *
     * @param stamps of this call
     * @return what became of the attempt; empty if another call follows
     */
    Optional<Outcome> hear(Reply reply, Journal.Stamps stamps);

    /** When the call that follows is due: engine time. Asked after {@link #hear} was answered by nothing. */
    long nextDueNs();
}
