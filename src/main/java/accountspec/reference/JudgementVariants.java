package accountspec.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the page is silent, or its patterns have several dialects, and endpoints judge members differently. */
final class JudgementVariants {

    private JudgementVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                new Variant(
                        "authorization-first",
                        "Whether the caller may is judged before whether the members are valid.",
                        b -> b.conduct(c -> c.order(Conduct.Order.AUTHORIZATION_FIRST))),
                new Variant(
                        "organization-refusals-are-validation-exceptions",
                        "A breach of the rules about organizations is answered with a ValidationException.",
                        JudgementVariants::organizationsInvalid),
                new Variant(
                        "unknown-type-is-access-denied",
                        "An unknown contact type is answered with an AccessDeniedException, as AWS does.",
                        rule(Member.ALTERNATE_CONTACT_TYPE, r -> r.answering(Fault.ACCESS_DENIED))),
                new Variant(
                        "malformed-account-id-is-access-denied",
                        "A malformed AccountId is answered with an AccessDeniedException.",
                        rule(Member.ACCOUNT_ID, r -> r.answering(Fault.ACCESS_DENIED))),
                new Variant(
                        "billing-as-in-the-samples",
                        "The contact type may be spelled Billing, as in the page's samples.",
                        rule(
                                Member.ALTERNATE_CONTACT_TYPE,
                                r -> r.reading(
                                        read -> read.then(t -> Optional.of(t.equals("Billing") ? "BILLING" : t))))),
                new Variant(
                        "null-account-id-is-refused",
                        "An AccountId of null is refused.",
                        rule(
                                Member.ACCOUNT_ID,
                                r -> r.reading(read -> (member, value) -> {
                                    if (value.isNull()) {
                                        throw Fault.SERIALIZATION.because("AccountId is null");
                                    }
                                    return read.text(member, value);
                                }))),
                everyMember(
                        "numbers-and-truth-values-are-strings",
                        "A number or a truth value is taken for the text that it is written as.",
                        r -> r.reading(
                                read -> read.but(v -> v.isNumber() || v.isBoolean(), v -> Optional.of(v.asText())))),
                everyMember(
                        "numbers-are-strings",
                        "A number is taken for the text that it is written as.",
                        r -> r.reading(read -> read.but(JsonNode::isNumber, v -> Optional.of(v.asText())))),
                everyMember(
                        "wrong-types-are-validation-exceptions",
                        "A member that is no string is answered with a ValidationException.",
                        r -> r.reading(read -> (member, value) -> {
                            try {
                                return read.text(member, value);
                            } catch (Refusal refusal) {
                                throw Fault.VALIDATION.because(refusal.reason());
                            }
                        })),
                new Variant(
                        "email-stored-as-it-came",
                        "An email address is stored with the white space around it.",
                        rule(Member.EMAIL_ADDRESS, MemberRule::storingItAsItCame)),
                new Variant(
                        "words-of-every-script",
                        "\\w takes letters of every script.",
                        form(
                                Member.EMAIL_ADDRESS,
                                Form.EMAIL_ADDRESS
                                        .with(
                                                "mailbox",
                                                p -> p.of(p.characters().and(Characters.WORD_OF_EVERY_SCRIPT)))
                                        .with("host", p -> p.of(p.characters().and(Characters.WORD_OF_EVERY_SCRIPT)))
                                        .with("label", p -> p.of(Characters.WORD_OF_EVERY_SCRIPT)))),
                new Variant(
                        "blanks-of-java",
                        "\\s takes the six blanks that Java's patterns take.",
                        blanks("\t\n\u000B\f\r ")),
                new Variant(
                        "blanks-of-re2",
                        "\\s takes the five blanks that RE2 takes, and no vertical tab.",
                        blanks("\t\n\f\r ")),
                new Variant(
                        "blanks-of-unicode",
                        "\\s takes every white space of Unicode.",
                        withBlanks(new Characters("\\p{IsWhite_Space}"))),
                new Variant(
                        "counts-utf16-units",
                        "The length of a name or a title is counted in UTF-16 units.",
                        b -> b.rule(Member.NAME, JudgementVariants::inUtf16)
                                .rule(Member.TITLE, JudgementVariants::inUtf16)),
                refusingText(
                        "names-of-spaces-are-refused",
                        "A name or a title of nothing but spaces is refused.",
                        Blanks::isBlank),
                refusingText(
                        "control-characters-are-refused",
                        "A name or a title with a control character is refused.",
                        t -> t.chars().anyMatch(Character::isISOControl)),
                new Variant(
                        "the-delegate-may-not-name-itself",
                        "The delegated administrator may not give its own AccountId.",
                        b -> b.authority(right -> m -> {
                            if (m.isByTheDelegate() && m.namesItself()) {
                                throw Fault.ACCESS_DENIED.because("The caller is not authorized to do this");
                            }
                            return right.account(m);
                        })),
                own(
                        "own-contact-needs-trusted-access",
                        "In an organization without trusted access nobody sets even their own contact.",
                        Organization::trustedAccess),
                own(
                        "own-contact-needs-all-features",
                        "In an organization without all features nobody sets even their own contact.",
                        Organization::allFeatures));
    }

    private static Behaviour organizationsInvalid(Behaviour usual) {
        Authority.Checked checked = Authority.documented();
        for (Authority.Check check : Authority.Check.values()) {
            if (check != Authority.Check.CALLER_HAS_PERMISSION) {
                checked = checked.answering(check, Fault.VALIDATION);
            }
        }
        Authority invalid = checked;
        return usual.authority(right -> invalid);
    }

    private static Variant own(String name, String says, Predicate<Organization> needed) {
        return new Variant(
                name,
                says,
                b -> b.authority(right -> m -> {
                    if (!m.namesAnAccount()
                            && m.organization().filter(needed.negate()).isPresent()) {
                        throw Fault.ACCESS_DENIED.because("The caller is not authorized to do this");
                    }
                    return right.account(m);
                }));
    }

    private static Variant refusingText(String name, String says, Predicate<String> some) {
        return new Variant(
                name,
                says,
                b -> b.rule(Member.NAME, r -> r.and(some.negate())).rule(Member.TITLE, r -> r.and(some.negate())));
    }

    private static Variant everyMember(String name, String says, UnaryOperator<MemberRule> change) {
        return new Variant(name, says, usual -> {
            Behaviour changed = usual;
            for (Member member : Member.values()) {
                changed = changed.rule(member, change);
            }
            return changed;
        });
    }

    private static MemberRule inUtf16(MemberRule rule) {
        return rule.of(rule.length().in(String::length));
    }

    private static UnaryOperator<Behaviour> blanks(String blanks) {
        return withBlanks(Characters.of(blanks));
    }

    private static UnaryOperator<Behaviour> withBlanks(Characters blanks) {
        Form email = Form.EMAIL_ADDRESS.with("before", p -> p.of(blanks)).with("after", p -> p.of(blanks));
        Form phone = Form.PHONE_NUMBER.with(
                "number", p -> p.of(blanks.and(Characters.DIGITS).and("()+-")));
        return b -> form(Member.PHONE_NUMBER, phone)
                .apply(form(Member.EMAIL_ADDRESS, email).apply(b));
    }

    private static UnaryOperator<Behaviour> form(Member member, Form form) {
        return rule(member, r -> r.of(form.wholly()));
    }

    private static UnaryOperator<Behaviour> rule(Member member, UnaryOperator<MemberRule> change) {
        return b -> b.rule(member, change);
    }
}
