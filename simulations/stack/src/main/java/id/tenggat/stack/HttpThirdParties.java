package id.tenggat.stack;

import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Stack;
import io.vertx.core.buffer.Buffer;

/**
 * Third parties over HTTP. Where the draws decide, the far side is asked to wait a little less than was drawn, and the rest
 * is waited here, so that the way there and back is inside the drawn delay and the delay is exact to less than a millisecond.
 */
final class HttpThirdParties implements ThirdParties {

    private final Stack stack;
    private final HttpLine line;
    private final Callbacks callbacks;
    private final OpenCall.Tools tools;

    HttpThirdParties(Stack stack, HttpLine line, Callbacks callbacks, OpenCall.Tools tools) {
        this.stack = stack;
        this.line = line;
        this.callbacks = callbacks;
        this.tools = tools;
    }

    @Override
    public void call(Call call, Caller caller) {
        OpenCall open = new OpenCall(call, caller, tools);
        Answering answering = stack.thirdParties().get(call.thirdParty()).answering();
        if (answering instanceof Answering.Polled polled) {
            new Polling(open, line, polled.every().toNanos()).order();
        } else if (answering == Answering.WEBHOOK) {
            callbacks.order(open, line);
        } else {
            line.post(open, open.orders(open.drawn().settledNs()), Buffer.buffer())
                    .onSuccess(reply -> open.answered(reply.status()))
                    .onFailure(open::broken);
        }
    }
}
