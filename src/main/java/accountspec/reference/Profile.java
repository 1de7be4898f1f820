package accountspec.reference;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a world offers as a target profile, in the YAML that {@code certify} reads. */
final class Profile {

    private Profile() {}

    static String of(World world, URI endpoint) {
        return String.join(
                "\n",
                "target: the reference endpoint",
                "endpoint: " + endpoint,
                "signing: " + (world.signed() ? "{ region: " + world.region() + ", service: account }" : "none"),
                callers(world),
                "offers: [read-back, delete]",
                "provoke:",
                provoke(Fault.TOO_MANY_REQUESTS),
                provoke(Fault.INTERNAL),
                "");
    }

    private static String callers(World world) {
        if (!world.signed()) {
            // Without signatures the endpoint cannot tell callers apart: there is only one.
            return "callers:\n  " + world.anybody().name() + ": { account: \""
                    + world.anybody().account() + "\" }";
        }
        return "callers:\n" + parties(world.standalone().stream(), "  ") + "\norganizations:\n"
                + world.organizations().stream()
                        .map(o -> "  " + o.setup() + ":\n" + parties(o.parties(), "    "))
                        .collect(Collectors.joining("\n"));
    }

    private static String parties(Stream<Party> parties, String indent) {
        return parties.map(p -> indent + p.name() + ": { account: \"" + p.account() + "\""
                        + p.credentials().map(Profile::credentials).orElse("") + " }")
                .collect(Collectors.joining("\n"));
    }

    private static String credentials(Credentials credentials) {
        List<String> keys = Stream.concat(
                        Stream.of(
                                "accessKey: " + quoted(credentials.accessKey()),
                                "secretKey: " + quoted(credentials.secretKey())),
                        credentials.sessionToken().stream().map(token -> "sessionToken: " + quoted(token)))
                .toList();
        return ", credentials: { " + String.join(", ", keys) + " }";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String provoke(Fault fault) {
        return "  " + fault.name() + ": { header: { " + ReferenceEndpoint.PROVOCATION + ": " + fault.name() + " } }";
    }
}
