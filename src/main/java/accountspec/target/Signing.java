package accountspec.target;

/** How requests are signed. */
public sealed interface Signing {

    static Signing none() {
        return new None();
    }

    static Signing sigV4(String region, String service) {
        return new SigV4(region, service);
    }

    /** Not at all: such an endpoint cannot tell its callers apart. */
    record None() implements Signing {}

    /** By AWS's Signature Version 4, in each caller's name. */
    record SigV4(String region, String service) implements Signing {}
}
