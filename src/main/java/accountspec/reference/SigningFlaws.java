package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What can go wrong with the checks of a signature. */
final class SigningFlaws {

    private SigningFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                misread(),
                unchecked(
                        "unsigned-requests-are-accepted",
                        "A request without a signature is accepted.",
                        List.of("PAC-SIGN-1"),
                        SigningCheck.IT_IS_THERE),
                unchecked(
                        "unknown-keys-are-accepted",
                        "A signature with a key that nobody has is accepted.",
                        List.of("PAC-SIGN-2"),
                        SigningCheck.KEY_IS_KNOWN),
                unchecked(
                        "wrong-secrets-are-accepted",
                        "A signature is not calculated again, so that any will do.",
                        List.of("PAC-SIGN-2", "PAC-SIGN-4", "PAC-SIGN-5"),
                        SigningCheck.SIGNATURE_IS_RIGHT),
                unchecked(
                        "old-signatures-are-accepted",
                        "A signature is good for ever.",
                        List.of("PAC-SIGN-3"),
                        SigningCheck.DATE_IS_NOW),
                unchecked(
                        "other-regions-are-accepted",
                        "A signature for another region is accepted.",
                        List.of("PAC-SIGN-4"),
                        SigningCheck.SCOPE_IS_OF_THE_REGION),
                unchecked(
                        "other-services-are-accepted",
                        "A signature for another service is accepted.",
                        List.of("PAC-SIGN-4"),
                        SigningCheck.SCOPE_IS_OF_THE_SERVICE),
                unchecked(
                        "changed-bodies-are-accepted",
                        "The digest of the body is taken from a header and not from the body.",
                        List.of("PAC-SIGN-5"),
                        SigningCheck.PAYLOAD_IS_THE_SIGNED_ONE),
                flaw(
                        "signatures-go-unchecked",
                        "Nothing of a signature is checked but that its key is known.",
                        List.of("PAC-SIGN-2", "PAC-SIGN-3", "PAC-SIGN-4", "PAC-SIGN-5"),
                        b -> b.intake(i -> i.without(SigningCheck.SIGNATURE_IS_RIGHT)
                                .without(SigningCheck.DATE_IS_NOW)
                                .without(SigningCheck.SCOPE_IS_OF_THE_REGION)
                                .without(SigningCheck.SCOPE_IS_OF_THE_SERVICE)
                                .without(SigningCheck.PAYLOAD_IS_THE_SIGNED_ONE))));
    }

    private static Flaw misread() {
        return flaw(
                "signatures-of-bodies-beyond-ascii-are-misread",
                "A body with letters beyond ASCII is read otherwise than it was signed, and its signature refused.",
                List.of(
                        "PAC-NAME-3",
                        "PAC-NAME-2",
                        "PAC-NAME-4",
                        "PAC-TITLE-2",
                        "PAC-TITLE-3",
                        "PAC-TITLE-4",
                        "PAC-ACCOUNT-3",
                        "PAC-PHONE-3"),
                b -> b.intake(i -> i.body(right -> body -> {
                    if (!new String(body, StandardCharsets.UTF_8).chars().allMatch(c -> c < 128)) {
                        throw Fault.INVALID_SIGNATURE.because(
                                "The signature is not the one that this endpoint calculates");
                    }
                    return right.read(body);
                })));
    }

    private static Flaw unchecked(String name, String says, List<String> clauses, SigningCheck check) {
        return flaw(name, says, clauses, b -> b.intake(i -> i.without(check)));
    }
}
