package id.tenggat.target;

import id.tenggat.target.TokenClient.Way;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That someone agreed to be hit.
 *
 * @param ways to those of its addresses that serve the token; there is no other that may be hit
 * @param granted the least that any of them allows
 */
record Agreement(Party party, List<Way> ways, Authorisation granted) {

    Agreement {
        ways = List.copyOf(ways);
    }

    /**
     * Asks a party at each of its addresses. One that can't be reached is left out, and not hit.
     *
     * @throws TargetException if it does not agree, or nobody answers
     */
    static Agreement of(Party party, TokenClient client, Request request) {
        List<Way> proven = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        Authorisation least = null;
        for (Way way : party.ways()) {
            try {
                Authorisation granted = granted(client, way, request);
                least = least == null ? granted : least.and(granted);
                proven.add(way);
            } catch (UnansweredException e) {
                silent.add(e.getMessage());
            }
        }
        if (least == null) {
            throw new TargetException(silent.get(0) + ", so nobody there has agreed to be hit; " + Permission.WAY_OUT);
        }
        return new Agreement(party, proven, least);
    }

    /** What a run asks for: to play this scenario, now. */
    record Request(String scenario, Instant now) {}

    private static Authorisation granted(TokenClient client, Way way, Request request) throws UnansweredException {
        TokenAnswer answer = client.ask(way);
        if (answer.isOfNoUse()) {
            throw new UnansweredException(way.where() + " answered " + answer.status());
        }
        Authorisation granted = answer.authorisation(way.where());
        if (!granted.scenario().equals(request.scenario())) {
            throw new TargetException(
                    "%s authorises another scenario, sha256:%s, but this is sha256:%s; a token is for one scenario's bytes, so %s"
                            .formatted(way.where(), granted.scenario(), request.scenario(), Permission.WAY_OUT));
        } else if (!request.now().isBefore(granted.expires())) {
            throw new TargetException(
                    "%s expired at %s; %s".formatted(way.where(), granted.expires(), Permission.WAY_OUT));
        }
        return granted;
    }

    /**
     * Asks again whether it stands.
     *
     * @throws TargetException if it does not: it is withdrawn, or allows less
     * @throws UnansweredException if not everybody answers
     */
    void requireStanding(TokenClient client, Request request) throws UnansweredException {
        for (Way way : ways) {
            Authorisation now = granted(client, way, request);
            if (now.isWorseThan(granted)) {
                throw new TargetException(
                        "%s allows less than when the run began: %s, which was %s; run it again to be measured by it"
                                .formatted(way.where(), now.terms(), granted.terms()));
            }
        }
    }
}
