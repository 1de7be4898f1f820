package accountspec.cli;

import accountspec.names.Names;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import java.util.List;
import java.util.stream.Stream;

/** The names of flawed endpoints and lawful variants. */
final class EndpointNames {

    private EndpointNames() {}

    static List<String> all() {
        return Stream.concat(
                        Flaw.all().stream().map(Flaw::name),
                        Variant.all().stream().map(Variant::name))
                .toList();
    }

    /** What to say of a name that is none of them. */
    static String unknown(String name) {
        String near = Names.nearest(name, all())
                .map(known -> "; did you mean '" + known + "'?")
                .orElse(".");
        return "no flaw or variant is named '" + name + "'" + near + " All of them: ./accountspec serve --flaw list";
    }
}
