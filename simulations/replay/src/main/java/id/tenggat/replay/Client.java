package id.tenggat.replay;

import id.tenggat.policy.Itinerary;

/** How one applicant speaks to what is replayed against. Used by one thread at a time. */
interface Client {

    /** Begins the attempt that is due; the itinerary does not change while the dialogue lasts. */
    Dialogue attempt(Itinerary at);
}
