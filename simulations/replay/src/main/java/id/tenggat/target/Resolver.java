package id.tenggat.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who says which addresses a host has. */
@FunctionalInterface
public interface Resolver {

    /**
     * How a JVM must be started so that a host's addresses are asked for again while a run goes on: by default it remembers
     * them for half a minute.
     */
    List<String> JVM_ARGUMENTS = List.of("-Dsun.net.inetaddr.ttl=1", "-Dsun.net.inetaddr.negative.ttl=0");

    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException if nobody knows it
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** This machine's: its files and its DNS. */
    static Resolver ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
