package id.tenggat.stack;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /waiting-room/{token}}, which looks, and {@code POST /waiting-room/{token}/leave}. */
final class RoomRoutes {

    static final String TOKEN_HEADER = "Tenggat-Waiting-Token";

    /** Nothing is asked for; what a client sends all the same is not kept. */
    private static final int BODY_BYTES_MAX = 64 << 10;

    private final Supplier<StackRuns> runs;
    private final BodyBudget budget;

    RoomRoutes(Supplier<StackRuns> runs, BodyBudget budget) {
        this.runs = runs;
        this.budget = budget;
    }

    /** What somebody is told who must wait: 202. */
    static void waits(HttpServerResponse response, Entrance.Waits place) {
        response.setStatusCode(202);
        response.putHeader(TOKEN_HEADER, place.token());
        Replies.retryAfter(response, place.lookAgain());
        JsonObject json = new JsonObject().put("token", place.token()).put("position", place.position());
        Replies.json(response, json.put("lookAgainMs", Replies.wholeMs(place.lookAgain())));
    }

    void look(HttpServerRequest request, String token) {
        bodyless(request, () -> {
            Optional<LiveRoom.View> view = runs.get().current().rooms().stream()
                    .flatMap(room -> room.look(token).stream())
                    .findFirst();
            view.ifPresentOrElse(seen -> show(request.response(), seen), () -> gone(request));
        });
    }

    void leave(HttpServerRequest request, String token) {
        bodyless(request, () -> {
            if (runs.get().current().rooms().stream().anyMatch(room -> room.leave(token))) {
                Replies.json(request.response(), new JsonObject().put("left", true));
            } else {
                gone(request);
            }
        });
    }

    private static void show(HttpServerResponse response, LiveRoom.View seen) {
        JsonObject json = new JsonObject().put("admitted", seen.admitted());
        if (!seen.admitted()) {
            Replies.retryAfter(response, seen.lookAgain());
            json.put("position", seen.position()).put("lookAgainMs", Replies.wholeMs(seen.lookAgain()));
        }
        Replies.json(response, json);
    }

    private static void gone(HttpServerRequest request) {
        Replies.problem(request.response(), RoomProblems.tokenGone());
    }

    private void bodyless(HttpServerRequest request, Runnable then) {
        BodyReader.Terms terms =
                new BodyReader.Terms(BodyForm.UNREAD, PostedBody.Fate.ONLY_COUNTED, BODY_BYTES_MAX, budget);
        BodyReader.read(request, terms, body -> runs.get().current().time().happens(then));
    }
}
