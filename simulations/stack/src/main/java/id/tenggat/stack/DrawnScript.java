package id.tenggat.stack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import id.tenggat.scenario.CallFault;

import java.util.Arrays;
import java.util.Optional;

/**
 * What WireMock has to do with a call, as its caller says in headers.
 *
 * @param delayMs until the answer
 * @param fault what comes instead of an answer that is well
 * @param chunksMs how long the answer takes to come in pieces; 0 if it comes in one
 */
record DrawnScript(int delayMs, Optional<CallFault> fault, int chunksMs) {

    /** How many pieces a slow answer comes in, each a byte or more. */
    static final int PIECES = 5;

    static final String SETTLED = "{\"status\": \"settled\"}";
    static final String FAILED = "{\"status\": \"failed\"}";

    static DrawnScript of(LoggedRequest request) {
        String word = String.valueOf(request.getHeader(DrawnAnswer.FAULT_HEADER));
        return new DrawnScript(
                millis(request, DrawnAnswer.DELAY_MS_HEADER),
                Arrays.stream(CallFault.values())
                        .filter(fault -> fault.word().equals(word))
                        .findFirst(),
                millis(request, DrawnAnswer.CHUNKS_MS_HEADER));
    }

    private static int millis(LoggedRequest request, String header) {
        return request.containsHeader(header) ? Integer.parseInt(request.getHeader(header)) : 0;
    }

    /** The answer, without the delay. */
    ResponseDefinitionBuilder answer(ResponseDefinition like) {
        ResponseDefinitionBuilder answer = ResponseDefinitionBuilder.like(like).but();
        if (fault.isEmpty()) {
            ResponseDefinitionBuilder well = answer.withStatus(200).withBody(SETTLED);
            return chunksMs == 0 ? well : well.withChunkedDribbleDelay(PIECES, chunksMs);
        }
        return switch (fault.get()) {
            case ERROR -> answer.withStatus(503).withBody(FAILED);
            case RESET -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER);
            case MALFORMED -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE);
        };
    }
}
