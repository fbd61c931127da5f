package id.tenggat.replay;

import java.util.Map;

/**
 * One HTTP POST.
 *
 * @param name under which Gatling's charts count it; keep the number of different names small
 * @param url absolute
 * @param headers added to what the client sends by itself; a header of the same name is replaced
 * @param body sent as it is; not copied, so it may be shared by all users and must not change
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared, and a copy per call would cost more than the call
public record Call(String name, String url, Map<String, String> headers, byte[] body) {}
