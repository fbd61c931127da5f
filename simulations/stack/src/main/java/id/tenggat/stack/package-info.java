/**
 * The modelled registration and stamping services over HTTP: stations whose capacity is modelled and whose stamping is
 * real, their ledger, and the third parties that they call.
 *
 * <p>What is served on 127.0.0.1, in full in {@code openapi.yaml} beside this package; errors are
 * {@code application/problem+json} (RFC 9457) with a {@code reason} for machines:
 *
 * <pre>
 * POST /journey/{applicant}/{step}  Tenggat-Attempt: {number over all visits}, Idempotency-Key where it pays or stamps;
 *                                   a PDF where a document is uploaded or stamped, else a JSON object or nothing; 16 MiB
 *   200  a receipt as JSON, or for a stamping step the stamped PDF and its Tenggat-Serial; Tenggat-Receipt is the number that the
 *        ledger knows it by
 *   400  no such applicant or attempt, no JSON     402  the payment expired     404  no such step
 *   409  closed, out of order, another key, or no paid stamp left
 *   413  the body is too large   415  of another type   422  the PDF is refused, or the key belongs to another step
 *   502  a third party failed, or the station is down
 *   503  shed: Retry-After in seconds, and Tenggat-Retry-After-Ms
 *   202  must wait in the station's waiting room: token, position, lookAgainMs; Retry-After as with 503, and Tenggat-Waiting-Token
 *        Tenggat-Waiting-Token: {token} with the same request, once let in, leads to the station's door
 *   409  the token is of another applicant or step (token-of-another), or does not let in yet (not-admitted)
 *   410  no such token (token-gone): used, given back, not heard of for too long, of another run
 *   nothing at all, until the client leaves: a silent station sheds, or the answer is lost
 * POST /waiting-room/{token}        looks: admitted: true, or false with position and lookAgainMs; the body is empty
 * POST /waiting-room/{token}/leave  the client has had enough; the place is free
 *   410  as above
 * POST /warm-up/journey/…           and the like for waiting rooms and third parties: the same in a rehearsal, a run beside the run
 *                                   in which nobody waits for long; it is thrown away at the next crowd or beginning
 * POST /admin/crowd                 lines applicant,doneSteps (bits), or with lostQuota too (stamps used up without a stamp):
 *                                   what the ledger of this run and all later ones begins with
 * POST /admin/begin                 {"startEpochMs":…,"intervalNs":…}: a new run with engine time 0 at that instant
 * POST /admin/end                   cuts the last interval
 * GET  /admin/stations              every interval cut so far, as in a recording's stations.csv
 * GET  /admin/audit                 what the ledger's database holds, as in a recording's audit.json
 * GET  /admin/tls                   {"port":…,"certificate":…}: where all of this is served over TLS, in HTTP/2, if the scenario's
 *                                   live clients speak that; else 404
 * GET  /admin/receipts              step,number,applicant: all that a client's receipt may be held against
 * POST /third-parties/{token}       {"status":"settled"} or {"status":"failed"}: a third party calls back, on a call that awaits it
 *   204                                   400  anything else, which fails the call     404  no call waits for it
 * GET  /health                      ready, queues, and where the figures are the machine's and not the model's
 * GET  /health/live                 200 while the event loop turns
 * GET  /health/ready                200, or 503: a request could not be served to the end, and why
 * GET  /metrics                     for Prometheus, as text or as OpenMetrics; counters outlive runs
 * GET  /   /live   /live.json       a page that shows the stations as they are, and what it shows
 * GET  /openapi.yaml                all of this
 * </pre>
 *
 * <p>A token is 128 random bits. Whoever waits looks every {@code poll} (every 100 ms where the scenario says 0) and is
 * forgotten if not heard of for three looks and ten seconds more. The deadline is asked of who comes without a token.
 *
 * <p>Third parties are played by WireMock, which is told in headers what was drawn ({@link DrawnAnswer}); in-process; or by a
 * WireMock of the user's own, which is told nothing. {@code /health} says which as {@code thirdPartiesBy}.
 *
 * <p>What is done is kept in a ledger ({@link id.tenggat.ledger}) before it is answered; a stack that is started on a ledger of
 * the same scenario, seed and slice goes on with its last run.
 *
 * <p>Limits ({@link id.tenggat.stack.HttpLimits}, {@link id.tenggat.stack.Descriptors}):
 *
 * <pre>
 *   first line, and a chunk's       4,096 bytes            414, or 400
 *   headers                         64, and 8,192 bytes    431
 *   body                            16 MiB; a crowd's 64   413; cut off after four times that
 *   from connecting, or an answer,
 *     to a whole head               75 s                   closed
 *   from the head to the body's end 60 s                   408, closed
 *   from there to the answer        as its station has it; a silent one 10 min
 *   connections                     descriptors - 2,000 - 2 for each worker who calls third parties
 *                                                          503 and closed; a refused client may be reset instead
 *   requests on a connection        one; the next is read when it is answered. In HTTP/2 100,000: of those what is closed above
 *                                   is reset, and the others go on
 *   JSON                            64 deep, strings of 100,000 characters    400
 * </pre>
 *
 * <p>A waiting connection holds 10 KB of heap, and 19 KB of the process in all (15,000 of them, {@code WaitingConnectionsTest}).
 *
 * <p>What two parties might read differently is refused with 400 and its connection closed: lengths that are repeated, signed
 * or beside chunks, any coding but chunks, lines without CR, a target that is no path. A page of another origin, or another
 * name for this machine, gets 403 ({@link id.tenggat.stack.Doorkeeper}).
 *
 * <p>A crowd and a beginning break what is inside: whoever waits gets 502.
 */
@NullMarked
package id.tenggat.stack;

import org.jspecify.annotations.NullMarked;
