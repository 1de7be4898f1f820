package accountspec.reference;

import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link ReferenceEndpoint} as a real HTTP server on this machine, reachable from nowhere else. */
public final class ReferenceServer implements AutoCloseable {

    private final ReferenceEndpoint endpoint;
    private final Front front;

    private ReferenceServer(ReferenceEndpoint endpoint, Front front) {
        this.endpoint = endpoint;
        this.front = front;
    }

    /**
     * Starts listening.
     *
     * @param port where, or 0 for any port that is free
     * @throws PortTakenException if somebody else listens there
     */
    public static ReferenceServer start(ReferenceEndpoint endpoint, int port) {
        try {
            return new ReferenceServer(endpoint, Front.open(sent -> answer(endpoint, sent), endpoint.framing(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("The reference endpoint cannot listen on port " + port, e);
        }
    }

    public int port() {
        return front.port();
    }

    /** The base URL, with the endpoint's path prefix. */
    public URI uri() {
        return URI.create("http://" + Front.HOST + ":" + port() + endpoint.prefix());
    }

    /** A target profile for this server, which offers all that there is to certify. */
    public String profileYaml() {
        return Profile.of(endpoint.world(), uri());
    }

    /** Writes the profile into a folder, and says where it is. */
    public Path writeProfile(Path folder) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("reference.yaml"), profileYaml());
        } catch (IOException e) {
            throw new UncheckedIOException("The profile of the reference endpoint cannot be written to " + folder, e);
        }
    }

    @Override
    public void close() {
        front.close();
    }

    private static Received answer(ReferenceEndpoint endpoint, Sent sent) {
        try {
            return endpoint.answer(sent);
        } catch (RuntimeException e) {
            // A mistake in the reference itself; a dropped connection would hide which.
            return Answers.ErrorForm.aws()
                    .of(new Fault("InternalFailure", 500), "The reference endpoint itself failed: " + e);
        }
    }
}
