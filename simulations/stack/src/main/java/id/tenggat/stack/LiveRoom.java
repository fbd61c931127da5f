package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.policy.Inflow;
import id.tenggat.policy.RoomStay;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.stack.EngineTime.Alarm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The waiting room in front of one station; everything on one thread.
 *
 * <pre>
 *   come ─► waits, known by a token ─► let in ─► comes again with the token ─► the station's door
 *              └─ leaves, or vanishes ─┴─► away
 * </pre>
 *
 * <p>Whoever waits looks again and again. Whoever was not heard of for three looks and ten seconds more has vanished: the
 * place is free, and the token is worth nothing. A token is 128 random bits, for one applicant and step, and serves once.
 */
final class LiveRoom {

    private static final int LOOKS_MISSED = 3;
    private static final long GRACE_NS = Duration.ofSeconds(10).toNanos();

    private final WaitingRoom settings;
    private final Inflow inflow;
    private final Duration lookAgain;
    private final long vanishedNs;
    private final EngineTime time;
    private final LiveStation station;
    private final RoomLine line = new RoomLine();
    /** Everybody who is here, let in or not; who was heard of longest ago first. */
    private final Map<String, RoomGuest> guests = new LinkedHashMap<>(16, 0.75f, true);

    private Alarm nextToken = () -> {};
    private boolean awaitsToken;
    private Alarm nextSweep = () -> {};
    private boolean awaitsSweep;

    LiveRoom(WaitingRoom settings, EngineTime time, LiveStation station) {
        this.settings = settings;
        this.time = time;
        this.station = station;
        inflow = new Inflow(settings);
        long lookAgainNs = RoomStay.lookEveryNs(settings);
        lookAgain = Duration.ofNanos(lookAgainNs);
        vanishedNs = LOOKS_MISSED * lookAgainNs + GRACE_NS;
    }

    /** Somebody comes without a token. */
    Entrance come(Entry entry) {
        long nowNs = time.nowNs();
        if (line.isEmpty() && inflow.isOpen(nowNs)) {
            inflow.letIn(nowNs);
            return new Entrance.In();
        } else if (line.size() >= settings.places()) {
            return new Entrance.Full();
        }
        RoomGuest guest = new RoomGuest(Token.fresh(), entry, nowNs);
        guests.put(guest.token, guest);
        line.add(guest);
        station.waitBefore(guests.size());
        awaitToken();
        awaitSweep();
        return new Entrance.Waits(guest.token, line.position(guest), lookAgain);
    }

    /** Somebody comes back with a token: used up if it lets in. */
    Entrance comeBack(String token, Entry entry) {
        RoomGuest guest = heard(token);
        if (guest == null) {
            return new Entrance.Denied(RoomProblems.tokenGone());
        } else if (!guest.isFor(entry)) {
            return new Entrance.Denied(RoomProblems.tokenOfAnother());
        } else if (!guest.letIn) {
            return new Entrance.Denied(RoomProblems.notAdmitted(line.position(guest)));
        }
        forget(guest);
        return new Entrance.In();
    }

    /**
     * What somebody sees who looks.
     *
     * @param position counted from 1; 0 if let in
     */
    record View(boolean admitted, int position, Duration lookAgain) {}

    /** Somebody looks; empty if no token is so. */
    Optional<View> look(String token) {
        return Optional.ofNullable(heard(token))
                .map(guest -> new View(guest.letIn, guest.letIn ? 0 : line.position(guest), lookAgain));
    }

    /** Whom a token is of, who is heard of now. */
    private @Nullable RoomGuest heard(String token) {
        RoomGuest guest = guests.get(token);
        if (guest != null) {
            guest.heardNs = time.nowNs();
        }
        return guest;
    }

    /** Somebody has had enough; false if no token is so. */
    boolean leave(String token) {
        RoomGuest guest = guests.get(token);
        if (guest != null) {
            forget(guest);
        }
        return guest != null;
    }

    /** Nobody is let in any more; for the end of a run. */
    void close() {
        nextToken.cancel();
        nextSweep.cancel();
    }

    private void forget(RoomGuest guest) {
        guests.remove(guest.token);
        if (!guest.letIn) {
            line.remove(guest);
        }
        station.waitBefore(guests.size());
    }

    private void awaitToken() {
        if (!awaitsToken && !line.isEmpty()) {
            nextToken = time.at(inflow.nextNs(), this::tokenCame);
            awaitsToken = true;
        }
    }

    /** Tokens count from when they are there, not from when the alarm rings: somebody has waited for them. */
    private void tokenCame() {
        awaitsToken = false;
        while (!line.isEmpty() && inflow.isOpen(time.nowNs())) {
            inflow.letIn(inflow.nextNs());
            RoomGuest guest = line.first();
            line.remove(guest);
            guest.letIn = true;
        }
        awaitToken();
    }

    private void awaitSweep() {
        if (!awaitsSweep && !guests.isEmpty()) {
            long oldestNs = guests.values().iterator().next().heardNs;
            nextSweep = time.at(oldestNs + vanishedNs, this::sweep);
            awaitsSweep = true;
        }
    }

    /** Forgets who has vanished by now. */
    private void sweep() {
        awaitsSweep = false;
        long latestNs = time.nowNs() - vanishedNs;
        for (Iterator<RoomGuest> all = guests.values().iterator(); all.hasNext(); ) {
            RoomGuest guest = all.next();
            if (guest.heardNs > latestNs) {
                break;
            }
            all.remove();
            if (!guest.letIn) {
                line.remove(guest);
            }
        }
        station.waitBefore(guests.size());
        awaitSweep();
    }
}
