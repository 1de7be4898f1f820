package accountspec.target;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whose machine an endpoint is on, so far as its host tells. */
public final class Hosts {

    private Hosts() {}

    /** Whether it is one of AWS's own. */
    public static boolean isAws(URI endpoint) {
        return AwsHosts.isAws(endpoint.getHost());
    }

    /** Whether there is such a host at all; where there is none, nothing can be written over. */
    public static boolean exists(URI endpoint) {
        return address(endpoint).isPresent();
    }

    /** Whether it is this very machine. */
    public static boolean isThisMachine(URI endpoint) {
        return address(endpoint).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether it is on a private network, as containers are; or on this machine. */
    public static boolean isPrivate(URI endpoint) {
        return address(endpoint)
                .filter(address -> address.isLoopbackAddress() || address.isSiteLocalAddress())
                .isPresent();
    }

    private static Optional<InetAddress> address(URI endpoint) {
        try {
            return Optional.of(InetAddress.getByName(endpoint.getHost()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
